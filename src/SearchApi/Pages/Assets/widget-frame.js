// Tells the page around how high the widget is, so that it needs no scroll bar of its own.
(function () {
  'use strict';
  if (window.parent === window) return;
  var tell = function () {
    window.parent.postMessage({ name: 'dccourseindex-height', height: document.documentElement.offsetHeight }, '*');
  };
  new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener('load', tell);
})();
