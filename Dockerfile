# specloom in a container; docs/ci.md describes how to use it.
#
#   docker build --tag specloom .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" specloom generate
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY generator generator
COPY templates templates
RUN python -m venv /specloom && /specloom/bin/pip install --no-cache-dir ".[fast]"

FROM python:3.13-slim
# Documents may come from revisions of git, in repositories of other users.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory "*"
COPY --from=build /specloom /specloom
# The user is whoever owns the mounted folder, and has no home.
ENV PATH="/specloom/bin:$PATH" SPECLOOM_CACHE_DIR=/tmp/specloom
WORKDIR /work
ENTRYPOINT ["specloom"]
