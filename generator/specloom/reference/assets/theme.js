// Apply the chosen theme before anything is drawn. Without a choice, the system decides.
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("specloom-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (error) { /* storage can be forbidden; the system decides then */ }
})();
