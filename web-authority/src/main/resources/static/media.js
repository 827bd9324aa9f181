// One item is shown while a key or button is held, or until it is hidden; nothing is ever shown by itself.
(function () {
  'use strict';
  var HOLD = 350;
  var LONGEST = 20000;
  var form = document.querySelector('[data-reveal]');
  document.documentElement.classList.add('scripted');

  var now = document.querySelector('.rows > li[aria-current]');
  if (now) {
    var pane = now.closest('.pane');
    if (pane && pane.scrollHeight > pane.clientHeight + 4) pane.scrollTop = now.offsetTop - pane.offsetTop - pane.clientHeight / 3;
  }
  if (!form) return;

  var frame = document.querySelector('[data-frame]');
  var state = document.querySelector('[data-state]');
  var alone = form.dataset.alone === 'yes';
  var wish = 0;
  var shown = null;
  var waiting = 0;
  var went = 0;
  var asking = 0;

  function say(words) { state.textContent = words || ''; }

  function veil() {
    var tile = document.createElement('span');
    tile.className = 'tile';
    tile.setAttribute('aria-hidden', 'true');
    frame.replaceChildren(tile);
  }

  function tell(booking, millis) {
    if (!booking) return;
    var told = new URLSearchParams(new FormData(form));
    told.set('booking', booking);
    told.set('millis', String(Math.max(0, Math.round(millis))));
    fetch(form.dataset.told, { method: 'POST', body: told, credentials: 'same-origin', keepalive: true }).catch(function () {});
  }

  function hide(words) {
    wish += 1;
    clearTimeout(waiting);
    waiting = 0;
    if (!shown) return;
    clearTimeout(shown.timer);
    tell(shown.booking, performance.now() - shown.since);
    shown = null;
    veil();
    button();
    say(words === undefined ? form.dataset.off : words);
  }

  function button() {
    var toggle = form.querySelector('[data-toggle]');
    if (toggle) toggle.setAttribute('aria-pressed', shown ? 'true' : 'false');
  }

  function draw(bitmap, booking) {
    var canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', form.dataset.alt);
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    bitmap.close();
    frame.replaceChildren(canvas);
    shown = { booking: booking, since: performance.now(), timer: setTimeout(function () { hide(); }, LONGEST) };
    button();
    say(form.dataset.on);
  }

  function ask() {
    var mine = wish;
    asking = mine;
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin', cache: 'no-store' })
      .then(function (answer) {
        if (asking === mine) asking = 0;
        var type = answer.headers.get('Content-Type') || '';
        if (type.indexOf('text/plain') === 0) return answer.text().then(function (words) { if (mine === wish) say(words); });
        if (!answer.ok || type.indexOf('image/png') !== 0) { if (mine === wish) say(form.dataset.fault); return null; }
        var booking = answer.headers.get('Vigie-Booking');
        return answer.blob().then(createImageBitmap).then(function (bitmap) {
          if (mine === wish && !document.hidden) { draw(bitmap, booking); return; }
          bitmap.close();
          tell(booking, 0);
        });
      })
      .catch(function () { if (mine === wish) say(form.dataset.fault); });
  }

  function start(after) {
    if (shown || waiting) return;
    wish += 1;
    say(form.dataset.wait);
    waiting = setTimeout(function () { waiting = 0; ask(); }, after);
  }

  function release() {
    var early = waiting || asking;
    hide();
    asking = 0;
    if (early) say('');
  }

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio|button|submit)$/.test(target.type);
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (!alone) return;
    if (shown) hide(); else start(0);
  });

  var hold = form.querySelector('[data-hold]');
  if (hold) {
    hold.addEventListener('pointerdown', function (event) { if (event.button === 0) start(HOLD); });
    ['pointerup', 'pointerleave', 'pointercancel', 'blur'].forEach(function (name) { hold.addEventListener(name, release); });
    hold.addEventListener('contextmenu', function (event) { event.preventDefault(); });
  }

  // The key that the visitor chose for an act; nothing where none acts.
  function keyOf(act) {
    var word = (document.body.dataset.keys || '').split(' ').find(function (one) { return one.indexOf(act + '=') === 0; });
    return word && word.slice(act.length + 1);
  }

  function holds(event) {
    var pressed = hold && event.target === hold && (event.key === ' ' || event.key === 'Enter');
    var key = event.key === keyOf('part-reveal') && !typing(event.target);
    return pressed || key;
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { release(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === keyOf('go')) { went = Date.now(); return; }
    if (!holds(event)) return;
    event.preventDefault();
    if (event.repeat) return;
    if (Date.now() - went < 1500) { went = 0; return; }
    if (alone) { if (shown) hide(); else start(0); } else start(HOLD);
  });
  document.addEventListener('keyup', function (event) {
    if (!alone && (event.key === keyOf('part-reveal') || event.key === ' ' || event.key === 'Enter')) release();
  });
  window.addEventListener('blur', function () { hide(); });
  window.addEventListener('pagehide', function () { hide(); });
  document.addEventListener('visibilitychange', function () { if (document.hidden) hide(); });
})();
