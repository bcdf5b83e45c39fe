// One line puts the courses into a page:
// <script src="https://…/widget.js" data-q="медіаграмотність" data-view="list" data-lang="uk" data-theme="auto"></script>
(function () {
  'use strict';
  var script = document.currentScript;
  if (!script) return;
  var site = new URL(script.src);
  var address = new URL('/widget', site.origin);
  var taken = ['q', 'view', 'lang', 'theme', 'limit', 'framework', 'area', 'competence', 'level', 'language', 'price', 'source', 'provider', 'tutor', 'credential'];
  taken.forEach(function (name) {
    var value = script.dataset[name];
    if (value) address.searchParams.set(name, value);
  });
  var frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title || (script.dataset.lang === 'en' ? 'Courses in digital skills' : 'Курси цифрових навичок');
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.style.cssText = 'display:block;width:100%;border:0;height:32rem';
  window.addEventListener('message', function (event) {
    // Only the frame made here may say how high it is, and nothing else is taken from it.
    if (event.source !== frame.contentWindow || !event.data || event.data.name !== 'dccourseindex-height') return;
    var height = Number(event.data.height);
    if (height > 0 && height < 20000) frame.style.height = Math.ceil(height) + 'px';
  });
  script.after(frame);
})();
