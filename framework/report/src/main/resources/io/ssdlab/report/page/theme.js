
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

  // What belongs to a number stays while the focus is on it or within: links in it could not be reached otherwise.
  const traceOf = element => element.closest('.traced')?.nextElementSibling ?? element.closest('.trace');
  addEventListener('focusin', event => traceOf(event.target)?.classList.add('kept'));
  addEventListener('focusout', event => {
    const trace = traceOf(event.target);
    const next = event.relatedTarget ? traceOf(event.relatedTarget) : null;
    if (trace !== next) { trace?.classList.remove('kept'); }
  });

  // Escape closes what hovering or a link has opened.
  addEventListener('keydown', event => {
    if (event.key !== 'Escape') { return; }
    const open = document.querySelector('.shots .open:target');
    if (traceOf(document.activeElement)) {
      document.activeElement.blur();
    } else if (open) {
      open.closest('li').querySelector('.close').click();
      open.focus({preventScroll: true});
    }
  });
})();
