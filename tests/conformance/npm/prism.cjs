// Prism's mock servers as its command line makes them with --errors, many in one process:
// paths of documents in, one line of JSON out, the port of each; ends when its input does.
"use strict";
const [modules, ...documents] = process.argv.slice(2);
const load = (name) => require(`${modules}/@stoplight/${name}`);
const { createServer } = load("prism-http-server");
const { createLogger } = load("prism-core");
const { getHttpOperationsFromSpec } = load("prism-http");

const logger = createLogger("prism", { level: "silent" });
const config = {
  isProxy: false,
  mock: { dynamic: false },
  validateRequest: true,
  validateResponse: true,
  checkSecurity: true,
  errors: true,
};

async function main() {
  const ports = {};
  for (const document of documents) {
    const operations = await getHttpOperationsFromSpec(document);
    const server = createServer(operations, { cors: false, config, components: { logger } });
    ports[document] = Number(new URL(await server.listen(0, "127.0.0.1")).port);
  }
  process.stdout.write(JSON.stringify(ports) + "\n");
}

process.stdin.resume().on("end", () => process.exit(0));
main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
