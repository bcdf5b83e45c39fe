// examples.mjs BASE: runs every program that the page /api offers for copying, in the shell, JavaScript, Python and C#; run.sh copies it beside node_modules.
// Where the address itself is refused (a key, or a course that this installation does not have), the program must say so; elsewhere it must do its work.
// Ends with 0 (right), 1 (wrong) or 3 (cannot be run; says why).
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const base = new URL(process.argv[2]).origin;
const folder = mkdtempSync(join(tmpdir(), 'dccourseindex-examples-'));
const run = (program, args, more = {}) => new Promise((done) => execFile(program, args, { timeout: 120_000, maxBuffer: 1 << 28, ...more }, (failure, out, complaints) => done({ code: failure ? failure.code ?? 1 : 0, out, complaints })));
const plain = (html) => html.replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16))).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

// Units come back by and by; nobody is asked faster than they do.
async function breathe(answer) {
  const [, left, full] = /r=(\d+);t=(\d+)/.exec(answer.headers.get('ratelimit') ?? '') ?? [];
  if (left && Number(left) < 60) await new Promise((done) => setTimeout(done, Math.min(Number(full), 12) * 1000));
}

const [course] = (await (await fetch(`${base}/api/v1/courses?limit=1`)).json()).items;
const page = await (await fetch(`${base}/api?lang=en`)).text();
const programs = [];
for (const [, title, article] of page.matchAll(/<article[^>]*>\s*<h3><code>([^<]*)<\/code>([\s\S]*?)<\/article>/g)) {
  for (const [, language, code] of article.matchAll(/<h4>([^<]*)<\/h4>\s*<pre[^>]*><code>([\s\S]*?)<\/code><\/pre>/g)) {
    // A course and a source that are here.
    programs.push({ title, language: plain(language), code: plain(code).replaceAll('prometheus.DC101', course.id).replaceAll('/sources/prometheus', `/sources/${course.source}`)
      .replaceAll(encodeURIComponent('https://courses.example.org/courses/sample.101'), encodeURIComponent(`${base}/courses/${course.id}`)) });
  }
}

async function inShell({ code }) {
  const { code: ended, out, complaints } = await run('sh', ['-c', `${code} -sS -o /dev/null -w '%{http_code}'`]);
  if (ended !== 0) throw new Error(`curl ends with ${ended}: ${complaints}`);
  return Number(out);
}

async function inFile({ code }, program, name) {
  writeFileSync(join(folder, name), code);
  const { code: ended, complaints } = await run(program, [join(folder, name)]);
  const refused = /^(Error: |requests\.exceptions\.HTTPError)/m.test(complaints);
  if (ended !== 0 && !refused) throw new Error(complaints.slice(0, 600));
  return ended === 0;
}

// All in one program, because each costs a build.
async function inCSharp(examples) {
  const usings = new Set(['using System;', 'using System.Net.Http;', 'using System.Threading.Tasks;']);
  const bodies = examples.map(({ code }, at) => {
    const lines = code.split('\n').filter((line) => !/^using [A-Z][\w.]*;$/.test(line) || !usings.add(line));
    return `static async Task E${at}()\n{\n${lines.join('\n')}\n}`;
  });
  const calls = examples.map((_, at) => `try { await E${at}(); Console.WriteLine("\\n#${at} done"); } catch (HttpRequestException refused) when (refused.StatusCode is not null) { Console.WriteLine("\\n#${at} refused"); }\nawait Task.Delay(300);`);
  mkdirSync(join(folder, 'cs'));
  writeFileSync(join(folder, 'cs', 'examples.csproj'), '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>');
  writeFileSync(join(folder, 'cs', 'Program.cs'), `${[...usings].join('\n')}\n${calls.join('\n')}\n${bodies.join('\n')}\n`);
  const { code, out, complaints } = await run('dotnet', ['run', '--project', join(folder, 'cs')], { timeout: 300_000 });
  if (code !== 0) throw new Error(`C#: ${(out + complaints).slice(-1500)}`);
  return out;
}

const wrong = [];
const count = {};
try {
  if ((await run('python3', ['-c', 'import requests'])).code !== 0) {
    console.log('python3-requests is not installed');
    process.exit(3);
  }
  const served = new Map();
  for (const language of ['curl', 'JavaScript', 'Python']) {
    for (const program of programs.filter((one) => one.language === language)) {
      try {
        await breathe(await fetch(`${base}/api/v1/suggest?q=a`));
        if (language === 'curl') {
          const status = await inShell(program);
          if (status >= 500 || status === 405 || status === 429) throw new Error(`answered ${status}`);
          served.set(program.title, status < 300);
        } else {
          const well = await (language === 'Python' ? inFile(program, 'python3', 'example.py') : inFile(program, 'node', 'example.mjs'));
          if (well !== served.get(program.title)) throw new Error(well ? 'works, though curl is refused' : 'is refused, though curl is not');
        }
        count[language] = (count[language] ?? 0) + 1;
      } catch (failure) {
        wrong.push(`${language}, ${program.title}: ${failure.message}`);
      }
    }
  }
  const examples = programs.filter((one) => one.language === 'C#');
  const said = await inCSharp(examples);
  examples.forEach(({ title }, at) => {
    // What is asked by something else than GET prints what it got.
    if (!said.includes(`#${at} done`) && (served.get(title) || !said.includes(`#${at} refused`))) wrong.push(`C#, ${title}: is refused`);
  });
  count['C#'] = examples.length;
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const well = [...served.values()].filter(Boolean).length;
  if (well < served.size / 2) throw new Error(`only ${well} of ${served.size} addresses are answered`);
  console.log(`${Object.entries(count).map(([language, number]) => `${language} ${number}`).join(', ')}; ${well} of ${served.size} addresses answered`);
} catch (failure) {
  console.log(failure.message ?? failure);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
