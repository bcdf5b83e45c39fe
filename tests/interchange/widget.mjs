// widget.mjs BASE: the widget in a real Chromium, inside a page of another site, used by keyboard alone and judged by axe-core; run.sh copies it beside node_modules.
// Ends with 0 (right), 1 (wrong) or 3 (cannot be run; says why).
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const base = new URL(process.argv[2]).origin;
const need = (right, what) => { if (!right) throw new Error(what); };
let chromium, axe;
try {
  ({ chromium } = await import('playwright-core'));
  axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
} catch {
  console.log('playwright-core or axe-core is not installed');
  process.exit(3);
}

// A strict policy, so that whatever the widget needs beyond its script and its frame is seen.
const policy = `default-src 'none'; script-src ${base}; frame-src ${base}`;
const around = createServer((request, answer) => {
  const data = new URL(request.url, 'http://x').searchParams.get('data');
  answer.writeHead(data ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
  answer.end(data && `<!doctype html><html lang="uk"><title>Інша сторінка</title><main><h1>Інша сторінка</h1><p><a href="#x">before</a></p><script src="${base}/widget.js" ${data}></script><p><a href="#y">after</a></p></main>`);
});
await new Promise((ready) => around.listen(0, '127.0.0.1', ready));
// Another name than the service's, so that it is another site.
const page_at = `http://localhost:${around.address().port}`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

async function violations(frame) {
  await frame.evaluate(axe);
  const { violations } = await frame.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

const focused = (frame) => frame.evaluate(() => document.activeElement && document.activeElement !== document.body && {
  tag: document.activeElement.tagName, id: document.activeElement.id, outline: getComputedStyle(document.activeElement).outlineStyle, width: getComputedStyle(document.activeElement).outlineWidth,
}).catch(() => null);

async function tabUntil(page, frame, fits, what) {
  for (let pressed = 0; pressed < 40; pressed++) {
    const at = await focused(frame());
    if (at && fits(at)) {
      need(at.outline !== 'none' && at.width !== '0px', `${what}: focus is not to be seen`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached by Tab`);
}

async function shown(context, data) {
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && !/favicon/.test(message.location().url) && complaints.push(message.text()));
  await page.goto(`${page_at}/?data=${encodeURIComponent(data)}`, { waitUntil: 'networkidle' });
  const frame = () => page.frames().find((one) => one.url().startsWith(`${base}/widget`));
  need(frame(), `no frame was made: ${complaints.join('; ')}`);
  return { page, frame, asked, complaints };
}

let checked = 0;
try {
  for (const [lang, words, theme, width] of [['uk', 'безпека', 'auto', 900], ['en', 'Python', 'light', 900], ['uk', 'дані', 'dark', 320], ['en', 'data', 'dark', 320]]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme === 'dark' ? 'dark' : 'light' });
    const { page, frame, asked, complaints } = await shown(context, `data-view="search" data-lang="${lang}" data-theme="${theme}"`);
    const iframe = await page.$('iframe');
    need(await iframe.getAttribute('title'), 'the frame has no name');
    need(await frame().evaluate(() => document.documentElement.lang) === lang, `${lang}: another language`);
    need((await violations(page.mainFrame())).length === 0, (await violations(page.mainFrame())).join('; '));
    const wrong = await violations(frame());
    need(wrong.length === 0, `${lang} ${theme}: ${wrong.join('; ')}`);
    need(await frame().evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${lang} at ${width} px: wider than its frame`);

    // By keyboard: into the frame, to the field, search, to a course, open it.
    await tabUntil(page, frame, ({ id }) => id === 'q', 'the field');
    await page.keyboard.type(words);
    await Promise.all([frame().waitForURL((url) => url.searchParams.get('q') === words), page.keyboard.press('Enter')]);
    need(await frame().evaluate(() => document.documentElement.lang) === lang, `${lang}: the language is lost by searching`);
    const after = await violations(frame());
    need(after.length === 0, `${lang} ${theme} after searching: ${after.join('; ')}`);
    await tabUntil(page, frame, ({ tag }) => tag === 'A', 'a course');
    const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await opened.waitForLoadState();
    need(opened.url().startsWith(`${base}/courses/`) && (lang === 'uk' || opened.url().includes('lang=en')), `${lang}: ${opened.url()} was opened`);
    need(await opened.evaluate(() => window.opener === null), 'the course sees the page that opened it');
    await opened.close();
    // And out again on the other side.
    await tabUntil(page, () => page.mainFrame(), ({ tag }) => tag === 'A', 'the link after the widget');

    await page.waitForTimeout(200);
    const [high, content] = [await iframe.evaluate((one) => one.offsetHeight), await frame().evaluate(() => document.documentElement.offsetHeight)];
    need(Math.abs(high - content) <= 2, `${lang}: the frame is ${high} px high and its content ${content}`);
    need((await context.cookies()).length === 0, `${lang}: cookies`);
    need(await frame().evaluate(() => { try { return localStorage.length + sessionStorage.length; } catch { return 0; } }) === 0, `${lang}: something is stored`);
    const outside = asked.filter((url) => !url.startsWith(base) && !url.startsWith(page_at));
    need(outside.length === 0, `${lang}: asks ${outside.join(', ')}`);
    need(complaints.length === 0, `${lang}: the console says ${complaints.join('; ')}`);
    checked++;
    await context.close();
  }

  // As a plain list there is nothing to fill in, and another page of ours may not be framed.
  const context = await browser.newContext();
  const { frame } = await shown(context, 'data-limit="2" data-theme="light"');
  need(await frame().evaluate(() => document.querySelectorAll('.hit').length === 2 && !document.querySelector('form')), 'the list is no list');
  const foreign = await context.newPage();
  await foreign.setContent(`<iframe src="${base}/" title="x"></iframe>`, { waitUntil: 'networkidle' });
  need(!foreign.frames().some((one) => one.url() === `${base}/`), 'the search page can be framed');
  console.log(`${checked} walks by keyboard in uk and en, no violations of axe, no cookies, nothing asked elsewhere`);
} catch (failure) {
  console.log(failure.message ?? failure);
  process.exitCode = 1;
} finally {
  await browser.close();
  around.close();
}
