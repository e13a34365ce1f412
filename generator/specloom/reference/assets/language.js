// Continue with the first language of the reader that the pages have; the list stays for everyone else.
(function () {
  var links = Array.from(document.querySelectorAll("a[hreflang]"));
  var wanted = navigator.languages || [navigator.language || ""];
  for (var i = 0; i < wanted.length; i++) {
    var code = wanted[i].toLowerCase();
    var found = links.find(function (each) { return each.hreflang.toLowerCase() === code; }) ||
      links.find(function (each) { return each.hreflang.toLowerCase().split("-")[0] === code.split("-")[0]; });
    if (found) { location.replace(found.getAttribute("href")); return; }
  }
})();
