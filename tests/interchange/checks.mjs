// checks.mjs CHECK BASE: one check by a program of somebody else from npm; run.sh copies it beside node_modules. Ends with 0 (right), 1 (wrong) or 3 (cannot be run; says why).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [check, base] = process.argv.slice(2);
const schemas = join(import.meta.dirname ?? '.', 'schemas');
const text = async (path) => {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.text();
};
const json = async (path) => JSON.parse(await text(path));
const need = (right, what) => { if (!right) throw new Error(what); };
const skip = (why) => { console.log(why); process.exit(3); };

async function feeds() {
  const { parseFeed } = await import('feedsmith');
  const found = {};
  for (const format of ['atom', 'rss']) {
    const { format: read, feed } = parseFeed(await text(`/api/v1/feed?format=${format}&limit=50`));
    need(read === format, `${format} is read as ${read}`);
    const entries = feed.entries ?? feed.items;
    need(entries?.length > 0 && entries.every((entry) => entry.title), `${format} has no entries with titles`);
    found[format] = entries.length;
  }
  need(found.atom === found.rss, 'Atom and RSS differ');
  return `${found.atom} entries each`;
}

async function calendar() {
  const ical = (await import('ical.js')).default;
  const events = new ical.Component(ical.parse(await text('/api/v1/feed?format=ical'))).getAllSubcomponents('vevent');
  need(events.every((event) => new ical.Event(event).startDate.isDate), 'an event without a day');
  return `${events.length} events`;
}

const contexts = {
  'https://w3id.org/kim/amb/context.jsonld': { id: '@id', type: '@type', '@vocab': 'http://schema.org/', skos: 'http://www.w3.org/2004/02/skos/core#', prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' } },
  'https://schema.org': { '@vocab': 'http://schema.org/' },
};
const documentLoader = async (url) => {
  const known = contexts[url.replace(/\/$/, '')];
  if (!known) throw new Error(`no context for ${url}`);
  return { contextUrl: null, documentUrl: url, document: { '@context': known } };
};

async function linked() {
  const jsonld = (await import('jsonld')).default;
  const amb = await json('/api/v1/amb?limit=50');
  for (const course of amb) {
    const [node] = await jsonld.expand(course, { documentLoader });
    need(node['@type'].includes('http://schema.org/Course') && node['http://schema.org/name'], `${course.id} expands to no course`);
  }
  const id = (await json('/api/v1/courses?limit=1')).items[0].id;
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await text(`/courses/${id}`));
  const [page] = await jsonld.expand(JSON.parse(block[1]), { documentLoader });
  need(page['@type'].includes('http://schema.org/Course'), 'the page expands to no course');
  return `${amb.length} of AMB, 1 page`;
}

async function structured() {
  const { structuredDataTest } = (await import('structured-data-testing-tool')).default ?? await import('structured-data-testing-tool');
  const id = (await json('/api/v1/courses?limit=1')).items[0].id;
  const result = await structuredDataTest(await text(`/courses/${id}`), { schemas: ['Course'] }).catch((failure) => failure.res ?? Promise.reject(failure));
  need(result.failed.length === 0, result.failed.map((test) => test.description ?? test.test).join('; '));
  return `${result.passed.length} tests passed`;
}

async function schemaOf(names) {
  if (!names.every((name) => existsSync(join(schemas, name)))) skip('its published schema is not here and could not be fetched');
  const addFormats = (await import('ajv-formats')).default;
  return (Ajv) => { const ajv = new Ajv({ strict: false, allErrors: true }); addFormats(ajv); ajv.addFormat('iri', /^[a-z][a-z0-9+.-]*:\S+$/i); return ajv; };
}

async function moochub() {
  const make = await schemaOf(['moochub-schema.json']);
  const validate = make((await import('ajv/dist/2020.js')).default).compile(JSON.parse(readFileSync(join(schemas, 'moochub-schema.json'))));
  let count = 0;
  for (let page = `${base}/api/v1/moochub/courses?limit=50`; page; ) {
    const list = await (await fetch(page)).json();
    need(validate(list), JSON.stringify(validate.errors?.slice(0, 3)));
    count += list.data.length;
    page = list.links.next;
  }
  return `${count} courses are valid`;
}

async function amb() {
  const make = await schemaOf(['amb/schema.json']);
  const ajv = make((await import('ajv')).default);
  const all = readdirSync(join(schemas, 'amb')).map((name) => JSON.parse(readFileSync(join(schemas, 'amb', name))));
  all.forEach((schema) => ajv.addSchema(schema));
  const validate = ajv.getSchema(all.find((schema) => schema.$id.endsWith('/schema.json')).$id);
  const list = await json('/api/v1/amb?limit=100');
  for (const course of list) need(validate(course), `${course.id}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  return `${list.length} courses are valid`;
}

// Every reading address with its examples, and a refusal of each, held against the schemas that the document gives for them.
async function answers() {
  const document = await json('/openapi/v1.json');
  const ajv = new (await import('ajv/dist/2020.js')).default({ strict: false, allErrors: true });
  (await import('ajv-formats')).default.default(ajv);
  const [course] = (await json('/api/v1/courses?limit=1')).items;
  const known = { id: course.id, name: course.source };
  const judge = (at, schema, body) => {
    const validate = ajv.compile({ ...schema, components: document.components });
    need(validate(body), `${at}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  };
  let count = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    const schema = get?.responses['200']?.content?.['application/json']?.schema;
    if (!schema || schema.type === 'string' || get.security || path.startsWith('/api/v1/lists') || path.endsWith('/runs/{id}')) continue;
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => known[name]);
    const pairs = (get.parameters ?? []).filter((one) => one.in === 'query').map((one) => ({ one, text: one.example && `${one.name}=${encodeURIComponent([one.example].flat()[0])}` }));
    const needed = pairs.filter(({ one }) => one.required).map(({ text }) => text);
    const queries = [needed, ...pairs.filter(({ one, text }) => text && !one.required).map(({ text }) => [...needed, text])];
    for (const query of queries) {
      const answer = await fetch(`${base}${filled}?${query.join('&')}`);
      if (answer.ok) judge(answer.url, schema, await answer.json());
      // What an example names, this installation need not have.
      else judge(answer.url, get.responses[answer.status].content['application/problem+json'].schema, await answer.json());
      count++;
    }
    if (!get.responses['400']) continue;
    const refused = await fetch(`${base}${filled}?nothing=1`);
    need(refused.status === 400 && refused.headers.get('content-type').startsWith('application/problem+json'), `${filled}?nothing=1 answers ${refused.status}`);
    judge(refused.url, get.responses['400'].content['application/problem+json'].schema, await refused.json());
    count++;
  }
  return `${count} answers have their schemas`;
}

async function sitemap() {
  const Sitemapper = (await import('sitemapper')).default;
  const { sites, errors } = await new Sitemapper({ url: `${base}/sitemap.xml`, timeout: 15000 }).fetch();
  const { total } = await json('/api/v1/courses?limit=1');
  need(errors.length === 0 && sites.length === 2 * total, `${sites.length} addresses for ${total} courses, ${errors.length} errors`);
  return `${sites.length} addresses`;
}

try {
  console.log(await { answers, feeds, calendar, linked, structured, moochub, amb, sitemap }[check]());
} catch (failure) {
  if (failure.code === 'ERR_MODULE_NOT_FOUND') skip('its package is not installed');
  console.log(failure.message ?? failure);
  process.exit(1);
}
