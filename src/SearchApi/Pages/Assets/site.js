// Everything works without this. It adds keys for those who search all day, and a button that prints.
(function () {
  'use strict';
  var kept = function (value) {
    try {
      if (value === undefined) return localStorage.getItem('keys');
      localStorage.setItem('keys', value);
    } catch (refused) { /* A browser that keeps nothing has the keys. */ }
    return value;
  };
  document.querySelectorAll('.scripted').forEach(function (element) { element.classList.remove('scripted'); });
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.addEventListener('click', function () { window.print(); });
  });
  var choice = document.getElementById('keys');
  if (choice) {
    choice.checked = kept() !== 'off';
    choice.addEventListener('change', function () { kept(choice.checked ? 'on' : 'off'); });
  }
  var step = function (by) {
    var links = Array.prototype.slice.call(document.querySelectorAll('.hits h3 a, .hits h2 a'));
    var next = links[links.indexOf(document.activeElement) + by];
    if (next && (by > 0 || document.activeElement !== document.body)) next.focus();
  };
  // A key alone, outside of boxes, and never where somebody has switched them off (WCAG 2.2, 2.1.4).
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || kept() === 'off') return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    var box = document.getElementById('q');
    if (event.key === '/' || event.key === '.' && event.code === 'Slash') {
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (event.code === 'KeyJ') {
      step(1);
    } else if (event.code === 'KeyK') {
      step(-1);
    } else if (event.key === '?') {
      var help = document.querySelector('footer a[href^="/help"]');
      if (help) help.click();
    }
  });
})();
