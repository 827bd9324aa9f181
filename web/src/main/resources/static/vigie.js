// Keys, the palette, and nothing that a page needs: every act is a link or a form without this file.
(function () {
  'use strict';
  var body = document.body;
  var waiting = false;
  var acts = {};
  (body.dataset.keys || '').split(' ').forEach(function (word) {
    var at = word.indexOf('=');
    if (at > 0) acts[word.slice(0, at)] = word.slice(at + 1);
  });

  // What every page does by itself.
  var own = ['next', 'previous', 'go', 'find', 'help'];

  function rows() { return Array.prototype.slice.call(document.querySelectorAll('[data-row]')); }

  function current(all) {
    for (var i = 0; i < all.length; i++) if (all[i].contains(document.activeElement) || all[i].classList.contains('now')) return i;
    return -1;
  }

  function move(step) {
    var all = rows();
    if (!all.length) return;
    var at = current(all);
    var to = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all.forEach(function (row) { row.classList.remove('now'); });
    all[to].classList.add('now');
    var link = all[to].matches('a') ? all[to] : all[to].querySelector('a');
    if (link) link.focus({ preventScroll: true });
    all[to].scrollIntoView({ block: 'nearest' });
    if (to === all.length - 1 && step > 0 && at === to) follow('[rel="next"]');
    if (to === 0 && step < 0 && at === 0) follow('[rel="prev"]');
  }

  function follow(selector) {
    var link = document.querySelector(selector);
    if (link) link.click();
    return !!link;
  }

  function open(id, field) {
    var dialog = document.getElementById(id);
    if (!dialog || !dialog.showModal) return false;
    if (!dialog.open) dialog.showModal();
    if (field) { field = dialog.querySelector('input'); if (field) { field.value = ''; filter(dialog); field.focus(); } }
    return true;
  }

  function filter(dialog) {
    var wanted = dialog.querySelector('input').value.toLocaleLowerCase();
    var first = true;
    dialog.querySelectorAll('.commands li').forEach(function (item) {
      var fits = item.textContent.toLocaleLowerCase().indexOf(wanted) >= 0;
      item.hidden = !fits;
      item.classList.toggle('now', fits && first);
      if (fits) first = false;
    });
  }

  function choose(dialog, step) {
    var shown = Array.prototype.filter.call(dialog.querySelectorAll('.commands li'), function (item) { return !item.hidden; });
    var at = shown.findIndex(function (item) { return item.classList.contains('now'); });
    if (!shown.length) return;
    var to = Math.min(shown.length - 1, Math.max(0, at + step));
    shown.forEach(function (item, i) { item.classList.toggle('now', i === to); });
    shown[to].scrollIntoView({ block: 'nearest' });
  }

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio|button|submit)$/.test(target.type);
  }

  document.addEventListener('keydown', function (event) {
    var palette = document.getElementById('palette');
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      if (open('palette', true)) event.preventDefault();
      return;
    }
    if (palette && palette.open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { choose(palette, event.key === 'ArrowDown' ? 1 : -1); event.preventDefault(); }
      if (event.key === 'Enter' && event.target.matches('input')) {
        var link = palette.querySelector('.now a');
        if (link) { event.preventDefault(); link.click(); }
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !body.dataset.keys) return;
    if (event.key === 'Escape' && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target) || document.querySelector('dialog[open]')) return;
    if (waiting) {
      waiting = false;
      var there = Object.keys(acts).some(function (name) { return acts[name] === event.key && follow('[data-go="' + name + '"]'); });
      if (there) event.preventDefault();
      return;
    }
    // Pages may give one key to different acts: the one that this page has is meant.
    var typed = Object.keys(acts).filter(function (name) { return acts[name] === event.key && !document.querySelector('[data-go="' + name + '"]'); });
    var known = typed.find(function (name) { return own.indexOf(name) >= 0 || document.querySelector('[data-key="' + name + '"]'); });
    switch (known) {
      case undefined: return;
      case 'next': move(1); break;
      case 'previous': move(-1); break;
      case 'go': waiting = true; setTimeout(function () { waiting = false; }, 1500); break;
      case 'find': var find = document.querySelector('[data-slash]'); if (!find) return; find.focus(); find.select(); break;
      case 'help': if (!open('keys')) return; break;
      default:
        var what = document.querySelector('[data-key="' + known + '"]');
        if (!what) return;
        if (what.matches('textarea, input, select')) { var fold = what.closest('details'); if (fold) fold.open = true; what.focus(); } else { what.click(); if (what.matches('summary')) what.focus(); }
    }
    event.preventDefault();
  });

  document.addEventListener('input', function (event) {
    if (event.target.id === 'palette-q') filter(document.getElementById('palette'));
  });

  document.addEventListener('click', function (event) {
    var opener = event.target.closest('[data-palette]');
    if (opener && open('palette', true)) event.preventDefault();
    var print = event.target.closest('[data-print]');
    if (print) window.print();
  });

  // An opened message is read among its neighbours: its pane scrolls to it, the page does not.
  function reveal() {
    var opened = document.getElementById('opened');
    var pane = document.getElementById('item');
    if (!opened || !pane) return;
    if (pane.scrollHeight > pane.clientHeight + 4) pane.scrollTop = opened.offsetTop - pane.offsetTop - pane.clientHeight / 3;
    document.querySelectorAll('.rows > li[aria-current]').forEach(function (row) { row.removeAttribute('aria-current'); row.classList.remove('now'); });
    var state = document.getElementById('state-' + (opened.dataset.message || ''));
    var row = state && state.closest('li');
    if (row) { row.setAttribute('aria-current', 'true'); row.classList.add('now'); }
  }
  reveal();
  // The library of the pages remembers where one was, which may be what was searched for: nothing is
  // kept in the browser.
  function forget() { sessionStorage.removeItem('htmx-current-path-for-history'); }
  forget();
  document.addEventListener('htmx:pushedIntoHistory', forget);
  document.addEventListener('htmx:replacedInHistory', forget);
  document.addEventListener('htmx:afterSettle', function (event) {
    reveal();
    var opened = document.getElementById('opened');
    if (opened && event.target.id === 'item') {
      var box = opened.getBoundingClientRect();
      if (box.top > innerHeight || box.bottom < 0) opened.scrollIntoView({ block: 'center' });
    }
  });

  // A session that ends is announced; a request of this page begins its half hour anew, unless the
  // page made it by itself.
  var ends = Number(body.dataset.ends || 0);
  var timer = 0;
  function announce() {
    clearTimeout(timer);
    if (ends) timer = setTimeout(function () {
      var warning = document.getElementById('ending');
      if (warning && warning.showModal && !document.querySelector('dialog[open]')) warning.showModal();
    }, Math.max(0, ends * 1000 - 120000));
  }
  announce();
  document.addEventListener('htmx:afterRequest', function (event) {
    if (!/\/progress$/.test(event.detail.pathInfo.requestPath)) announce();
  });
  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-stay]')) fetch('/stay', { credentials: 'same-origin' }).then(announce);
  });
})();
