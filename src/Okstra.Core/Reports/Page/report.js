(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.remove("no-script");
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  const theme = document.getElementById("theme");
  const themes = ["auto", "light", "dark"];
  const remember = (value) => { try { localStorage.setItem("okstra-theme", value); } catch { /* a page opened from disk may have no storage */ } };
  const recall = () => { try { return localStorage.getItem("okstra-theme"); } catch { return null; } };
  const show = (value) => {
    if (value === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", value); }
    theme.dataset.value = value;
    theme.textContent = `${theme.dataset.label}: ${theme.dataset[value]}`;
  };
  show(themes.includes(recall()) ? recall() : "auto");
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(theme.dataset.value) + 1) % themes.length];
    show(next);
    remember(next);
  });

  const expand = document.getElementById("expand");
  const folds = all(".card details");
  const label = () => {
    const open = folds.length > 0 && folds.every((fold) => fold.open);
    expand.textContent = open ? expand.dataset.collapse : expand.dataset.expand;
    return open;
  };
  expand.addEventListener("click", () => { const open = label(); folds.forEach((fold) => { fold.open = !open; }); label(); });
  folds.forEach((fold) => fold.addEventListener("toggle", label));
  label();

  const filters = all(".filters button");
  filters.forEach((button) => button.addEventListener("click", () => {
    filters.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
    all(".card").forEach((card) => { card.hidden = button.dataset.class !== "all" && card.dataset.class !== button.dataset.class; });
  }));
  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target || !target.matches(".card")) { return; }
    if (target.hidden) { filters[0].click(); }
    target.querySelector("details").open = true;
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  const contents = document.querySelector(".toc > details");
  if (!window.matchMedia("(min-width: 68rem)").matches) { contents.open = false; }
  const links = new Map(all(".toc a").map((link) => [link.hash.slice(1), link]));
  const seen = new Set();
  if ("IntersectionObserver" in window) {
    const sections = all("main h2[id], main h3[id]").filter((heading) => links.has(heading.id));
    const watcher = new IntersectionObserver((entries) => {
      entries.forEach((entry) => { if (entry.isIntersecting) { seen.add(entry.target.id); } else { seen.delete(entry.target.id); } });
      const current = sections.find((section) => seen.has(section.id));
      if (current) {
        links.forEach((link) => link.removeAttribute("aria-current"));
        links.get(current.id).setAttribute("aria-current", "true");
      }
    }, { rootMargin: "0px 0px -60% 0px" });
    sections.forEach((section) => watcher.observe(section));
  }

  let closed = [];
  window.addEventListener("beforeprint", () => { closed = all("details:not([open])"); closed.forEach((fold) => { fold.open = true; }); });
  window.addEventListener("afterprint", () => { closed.forEach((fold) => { fold.open = false; }); });
})();
