
(() => {
  const root = document.documentElement;
  const button = document.getElementById('theme');
  const key = 'ssdlab-theme';
  const kept = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = theme => { try { localStorage.setItem(key, theme); } catch { /* the choice lasts for this page */ } };
  const dark = () => getComputedStyle(root).colorScheme === 'dark';
  const chosen = kept();
  if (chosen === 'dark' || chosen === 'light') { root.dataset.theme = chosen; }
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = dark() ? 'light' : 'dark';
    keep(root.dataset.theme);
  });
})();
