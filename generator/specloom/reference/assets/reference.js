// What the pages do with JavaScript: copy, tabs, colours of code, theme, menu, switches that keep the place, search.
// Nothing here is needed to read them, and everything works from a disk.
"use strict";

const root = document.documentElement;
const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
const stored = {
  get(key) { try { return localStorage.getItem("specloom-" + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("specloom-" + key, value); } catch { /* forbidden */ } },
};

// Colours of code.

const WORDS = {
  python: /^(?:import|from|as|with|async|await|for|in|def|return|print|None|True|False|if|not)$/,
  shell: /^(?:curl|pip|install)$/,
  json: /^(?:true|false|null)$/,
};
const TOKEN = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\]|\\.)*')|(#[^\n]*)|(\b\d+(?:\.\d+)?\b)|(--?[a-z][\w-]*|\b[A-Za-z_]\w*\b)/g;

function colour(code) {
  const syntax = code.className.replace("language-", "").replace(/^(?:sh|bash|console)$/, "shell");
  const text = code.textContent;
  if (!WORDS[syntax] || text.length > 60000) return;
  const parts = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(TOKEN)) {
    const [token, string, comment, number, word] = found;
    const kind = string ? "hs" : comment && syntax !== "json" ? "hc" : number ? "hn"
      : word && (WORDS[syntax].test(word) || (syntax === "shell" && word[0] === "-")) ? "hw" : "";
    if (!kind) continue;
    parts.append(text.slice(end, found.index));
    const span = document.createElement("span");
    span.className = kind;
    span.textContent = token;
    parts.append(span);
    end = found.index + token.length;
  }
  parts.append(text.slice(end));
  code.replaceChildren(parts);
}

function colourWhenSeen() {
  const watcher = new IntersectionObserver((entries) => {
    for (const each of entries) {
      if (each.isIntersecting) { colour(each.target); watcher.unobserve(each.target); }
    }
  }, { rootMargin: "400px" });
  all(".code code, .guide pre code").forEach((each) => watcher.observe(each));
}

// Copying.

async function copy(text) {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

function copyButton(read) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = root.dataset.copy;
  button.addEventListener("click", async () => {
    await copy(read());
    button.textContent = "✓";
    setTimeout(() => { button.textContent = root.dataset.copy; }, 1400);
  });
  return button;
}

// Tabs. The chosen language of code holds for all operations.

function makeTabs(box, number) {
  const codes = all(":scope > .code", box);
  const answers = box.classList.contains("answers");
  if (codes.length < 2) {
    codes.forEach((each) => each.querySelector(".bar").append(copyButton(() => each.querySelector("code").textContent)));
    return;
  }
  const bar = document.createElement("div");
  bar.className = "tabs";
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  bar.append(list);
  const tabs = codes.map((each, index) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.textContent = answers ? each.querySelector(".bar span").textContent : each.dataset.label;
    tab.setAttribute("role", "tab");
    tab.id = `tab-${number}-${index}`;
    each.id = `code-${number}-${index}`;
    tab.setAttribute("aria-controls", each.id);
    each.setAttribute("role", "tabpanel");
    each.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => {
      show(index);
      if (!answers) { stored.set("code", each.dataset.label); chooseEverywhere(each.dataset.label); }
    });
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = tabs[(index + step + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
    list.append(tab);
    return tab;
  });
  bar.append(copyButton(() => codes.find((each) => !each.hidden).querySelector("code").textContent));
  box.prepend(bar);
  box.classList.add("tabbed");
  function show(chosen) {
    codes.forEach((each, index) => {
      each.hidden = index !== chosen;
      tabs[index].setAttribute("aria-selected", String(index === chosen));
      tabs[index].tabIndex = index === chosen ? 0 : -1;
    });
  }
  box.choose = (label) => {
    const index = codes.findIndex((each) => each.dataset.label === label);
    if (index >= 0) show(index);
  };
  show(0);
  if (!answers) box.choose(stored.get("code"));
}

function chooseEverywhere(label) {
  const active = document.activeElement;
  const before = active.getBoundingClientRect().top;
  all(".snippets").forEach((each) => each.choose && !each.classList.contains("answers") && each.choose(label));
  scrollBy({ top: active.getBoundingClientRect().top - before, behavior: "instant" });
}

// Fields that a page shows once: each link to them becomes a fold that opens in place.

function foldFields() {
  all("a.inside[href^='#']").forEach((link) => {
    const fold = document.createElement("details");
    const summary = document.createElement("summary");
    fold.className = "fold";
    fold.dataset.from = link.getAttribute("href").slice(1);
    summary.textContent = link.textContent;
    fold.append(summary);
    link.replaceWith(fold);
  });
  document.addEventListener("toggle", ({ target }) => {
    const source = target.dataset && target.dataset.from && document.getElementById(target.dataset.from);
    if (!source || !target.open) return;
    delete target.dataset.from;
    const list = source.querySelector(".fields").cloneNode(true);
    all("details[open]", list).forEach((each) => { each.open = false; });
    target.append(list);
  }, true);
}

// Theme, menu, switches.

function makeTheme() {
  const button = document.querySelector(".theme");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    stored.set("theme", root.dataset.theme);
  });
}

function makeMenu() {
  const button = document.querySelector(".menu");
  const side = document.querySelector(".side");
  if (!button || !side) return;
  button.hidden = false;
  const set = (open) => { side.classList.toggle("open", open); button.setAttribute("aria-expanded", String(open)); };
  button.addEventListener("click", () => set(!side.classList.contains("open")));
  side.addEventListener("click", (event) => { if (event.target.closest("a")) set(false); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (side.classList.contains("open")) { set(false); button.focus(); }
    all("details.drop[open]").forEach((each) => { each.open = false; each.querySelector("summary").focus(); });
  });
  document.addEventListener("click", (event) => {
    all("details.drop[open]").forEach((each) => { if (!each.contains(event.target)) each.open = false; });
  });
}

function keepPlace() {
  // The link to the page itself stays the address without JavaScript; the anchor is added on use.
  all("a[data-keep]").forEach((link) => {
    link.addEventListener("click", () => {
      const here = location.hash || currentSection();
      link.href = link.getAttribute("href").split("#")[0] + here;
    });
  });
}

function currentSection() {
  const top = parseFloat(getComputedStyle(root).scrollPaddingTop) || 80;
  const above = all("section.op[id]").filter((each) => each.getBoundingClientRect().top <= top + 40);
  return above.length && scrollY > 100 ? "#" + above[above.length - 1].id : "";
}

function followReading() {
  const links = new Map(all(".side a[href^='#']").map((each) => [each.getAttribute("href"), each]));
  const current = document.querySelector(".side a[aria-current]");
  const side = document.querySelector(".side");
  if (current && side) side.scrollTop = current.offsetTop - side.offsetTop - 120;
  if (!links.size) return;
  let waiting = false;
  const mark = () => {
    waiting = false;
    const here = currentSection();
    links.forEach((each, key) => each.classList.toggle("here", key === here));
  };
  addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } }, { passive: true });
  mark();
}

function markPast() {
  all("[data-until]").forEach((each) => {
    if (new Date(each.dataset.until + "T23:59:59Z") < new Date()) each.classList.add("past");
  });
}

// Search: a list of all entries, which a script of the language's folder has. Words may be in any order; a word of
// a script without spaces is found by the pairs of its characters as well.

const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

// Japanese has no spaces: a change of script ends a word, and short words in hiragana are particles.
const RUN = /[\p{Script=Katakana}ー]+|\p{Script=Han}+|\p{Script=Hiragana}{3,}|[^\p{Script=Katakana}\p{Script=Han}\p{Script=Hiragana}ー]+/gu;

function wordsOf(text) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return words.flatMap((each) => each.match(RUN) || [each]);
}

function pairs(word) {
  const characters = [...word];
  return characters.length < 3 ? [word] : characters.slice(1).map((each, index) => characters[index] + each);
}

function rank(entry, words) {
  let score = 0;
  for (const word of words) {
    const inTitle = entry.title.indexOf(word);
    if (inTitle === 0) score += 12;
    else if (inTitle > 0) score += /[^\p{L}\p{N}]/u.test(entry.title[inTitle - 1]) ? 10 : 7;
    else if (entry.where.includes(word)) score += 6;
    else if (entry.rest.includes(word)) score += 3;
    else if (/[\u3040-\u30ff\u3400-\u9fff]/.test(word)) {
      const parts = pairs(word);
      const there = parts.filter((each) => entry.title.includes(each) || entry.rest.includes(each)).length;
      if (there * 2 < parts.length) return 0;
      score += (3 * there) / parts.length;
    } else return 0;
  }
  return score + entry.weight;
}

function makeSearch() {
  const box = document.querySelector(".search");
  if (!box) return;
  box.hidden = false;
  const input = box.querySelector("input");
  const list = box.querySelector(".found");
  const status = box.querySelector("[role=status]");
  let entries = null;
  let loading = false;
  let chosen = -1;

  window.specloomSearch = (data) => {
    const text = (index) => data.texts[index];
    const version = document.querySelector("main .v")?.textContent || data.newest;
    entries = data.entries.map(([page, anchor, title, where, method, code, rest]) => ({
      href: root.dataset.base + data.pages[page] + (anchor ? "#" + anchor : ""),
      shown: text(title), place: text(where), method, code,
      title: fold(text(title)), where: fold(text(where) + " " + code), rest: fold(rest.map(text).join(" ")),
      weight: data.pages[page].startsWith(version + "/") ? 0.9 : data.pages[page].startsWith(data.newest + "/") ? 0.5 : 0,
    }));
    update();
  };

  function load() {
    if (entries || loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = root.dataset.base + "search.js";
    document.head.append(script);
  }

  function close() { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); }

  function update() {
    const words = wordsOf(input.value);
    if (!words.length || !entries) { close(); status.textContent = ""; return; }
    const found = entries.map((each) => [rank(each, words), each]).filter((each) => each[0] >= 1)
      .sort((a, b) => b[0] - a[0]);
    chosen = found.length ? 0 : -1;
    list.replaceChildren(...found.slice(0, 24).map(([, each], index) => option(each, index)));
    if (!found.length) {
      const none = document.createElement("p");
      none.textContent = status.dataset.none;
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      list.append(none);
    }
    status.textContent = found.length === 1 ? status.dataset.one : found.length
      ? status.dataset.many.replace("{n}", found.length.toLocaleString(root.lang)) : status.dataset.none;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (found.length) select(chosen);
  }

  function option(entry, index) {
    const link = document.createElement("a");
    link.href = entry.href;
    link.id = "found-" + index;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    const method = document.createElement("span");
    method.className = entry.method ? "m " + entry.method : "";
    method.textContent = entry.method;
    const name = document.createElement("span");
    name.textContent = entry.shown;
    const place = document.createElement("span");
    place.className = "where";
    place.textContent = entry.place;
    const code = document.createElement("small");
    code.textContent = entry.code;
    link.append(method, name, place, code);
    return link;
  }

  function select(index) {
    const options = all("[role=option]", list);
    chosen = options.length ? (index + options.length) % options.length : -1;
    options.forEach((each, number) => each.setAttribute("aria-selected", String(number === chosen)));
    if (chosen < 0) { input.removeAttribute("aria-activedescendant"); return; }
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); update(); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); select(chosen + (event.key === "ArrowDown" ? 1 : -1)); }
    else if (event.key === "Enter" && chosen >= 0 && !list.hidden) { event.preventDefault(); all("[role=option]", list)[chosen].click(); }
    else if (event.key === "Escape") { close(); input.blur(); }
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  document.addEventListener("click", (event) => { if (!box.contains(event.target)) close(); });
  document.addEventListener("keydown", (event) => {
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if ((event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}

foldFields();
all(".snippets").forEach(makeTabs);
colourWhenSeen();
makeTheme();
makeMenu();
keepPlace();
followReading();
markPast();
makeSearch();
