
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

  // A page that is loaded again by itself unfolds what was unfolded, and gives back the focus.
  const followed = document.querySelector('meta[http-equiv=refresh]') ? 'ssdlab-place ' + location.pathname : null;
  const all = selector => [...document.querySelectorAll(selector)];
  const focusable = 'a[href], button, summary, [tabindex]';
  const session = work => { try { return work(sessionStorage); } catch { return null; } };
  if (followed) {
    const place = JSON.parse(session(kept => kept.getItem(followed)) ?? 'null');
    const unfolded = new Set(place?.unfolded);
    all('details').forEach((details, i) => { details.open = unfolded.has(i); });
    all(focusable)[place?.focus]?.focus({preventScroll: true});
    addEventListener('pagehide', () => session(kept => kept.setItem(followed, JSON.stringify({
      unfolded: all('details').flatMap((details, i) => details.open ? [i] : []),
      focus: all(focusable).indexOf(document.activeElement),
    }))));
  }

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
