#!/usr/bin/env bash
# Programs of others judge what we serve: run.sh [--install] [BASE]. Without BASE the demo is started and stopped.
# Checkers and schemas lie in $DCCOURSEINDEX_CHECKERS (default ~/.cache/dccourseindex-checkers); what is absent is skipped with the line that installs it.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
checkers=${DCCOURSEINDEX_CHECKERS:-$HOME/.cache/dccourseindex-checkers}
packages="chromium bibutils yaz libmarc-lint-perl libhttp-oai-perl libxml2-utils python3-feedparser python3-requests"
modules="ical.js jsonld structured-data-testing-tool feedsmith sitemapper ajv ajv-formats @stoplight/spectral-cli @stoplight/spectral-owasp-ruleset @redocly/cli playwright-core@1.64.1 axe-core"
apt="apt-get install --no-install-recommends $packages"
npm="npm install --prefix $checkers --ignore-scripts $modules"
mkdir -p "$checkers/schemas/amb"

if [ "${1:-}" = --install ]; then
  shift
  $apt -y >/dev/null || echo "Not installed: $packages" >&2
  $npm --no-audit --no-fund >/dev/null || echo "Not installed: $modules" >&2
fi

work=$(mktemp -d)
service=
finish() { [ -z "$service" ] || { kill "$service" 2>/dev/null; wait "$service" 2>/dev/null; }; rm -rf "$work"; }
trap finish EXIT

base=${1:-}
if [ -z "$base" ]; then
  base=http://127.0.0.1:${DCCOURSEINDEX_PORT:-5399}
  [ -n "${DCCOURSEINDEX_BUILT:-}" ] || dotnet build "$here/../../src/Host" -c Release --nologo -v quiet >&2 || exit 1
  dotnet "$here/../../src/Host/bin/Release/net10.0/dccourseindex.dll" demo --data "$work/data" --config "$here/../../config" --urls "$base" >"$work/demo.log" 2>&1 &
  service=$!
  # The demo has all its courses when every source has run once: the revision then stands still.
  last=; for _ in $(seq 120); do
    sleep 2
    now=$(curl -sf "$base/health/ready" | grep -o '"revision":[0-9]*' || true)
    [ -n "$now" ] && [ "$now" != '"revision":0' ] && [ "$now" = "$last" ] && break
    last=$now
  done
  [ -n "$last" ] || { cat "$work/demo.log" >&2; exit 1; }
fi

wrong=0
row() { printf '%-6s %-26s %s\n' "$1" "$2" "$3"; [ "$1" != WRONG ] || wrong=1; }

# check NAME HAVE INSTALL COMMAND: right, wrong, or skipped where HAVE fails; a command that ends with 3 says why it cannot run.
check() {
  local name=$1 have=$2 install=$3 said code
  shift 3
  if ! eval "$have" >/dev/null 2>&1; then row SKIP "$name" "$install"; return; fi
  said=$("$@" 2>&1); code=$?
  case $code in 0) row OK "$name" "$(tail -n 1 <<<"$said")" ;; 3) row SKIP "$name" "$(tail -n 1 <<<"$said"); $npm" ;; *) row WRONG "$name" "$(head -n 5 <<<"$said" | tr '\n' ' ')" ;; esac
}

fetch() { curl -sf --max-time 60 "$base$1" -o "$2"; }

# schema FILE ADDRESS: kept once it is there.
schema() { [ -s "$checkers/schemas/$1" ] || curl -sfL --max-time 20 "$2" -o "$checkers/schemas/$1" 2>/dev/null || rm -f "$checkers/schemas/$1"; }

schemas() {
  schema OAI-PMH.xsd http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd
  schema oai_dc.xsd http://www.openarchives.org/OAI/2.0/oai_dc.xsd
  schema simpledc20021212.xsd http://dublincore.org/schemas/xmls/simpledc20021212.xsd
  schema xml.xsd http://www.w3.org/2001/03/xml.xsd
  schema MARC21slim.xsd http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd
  schema moochub-schema.json https://raw.githubusercontent.com/MOOChub/schema/main/moochub-schema.json
  schema amb/schema.json https://w3id.org/kim/amb/latest/schemas/schema.json
  [ ! -s "$checkers/schemas/amb/schema.json" ] || grep -o 'schemas/[A-Za-z0-9-]*\.json' "$checkers/schemas/amb/schema.json" | sort -u | while read -r part; do
    schema "amb/${part#schemas/}" "https://w3id.org/kim/amb/latest/$part"
  done
}

oai_schema() {
  local part missing=
  for part in OAI-PMH oai_dc simpledc20021212 xml MARC21slim; do [ -s "$checkers/schemas/$part.xsd" ] || missing="$missing $part.xsd"; done
  [ -z "$missing" ] || { echo "not here and not fetched:$missing"; return 3; }
  # The schemas name each other by addresses of the network; here they lie side by side.
  sed 's#schemaLocation="[^"]*/\([^"/]*\.xsd\)"#schemaLocation="\1"#' "$checkers/schemas/oai_dc.xsd" >"$work/oai_dc.xsd"
  sed 's#schemaLocation="[^"]*/\([^"/]*\.xsd\)"#schemaLocation="\1"#' "$checkers/schemas/simpledc20021212.xsd" >"$work/simpledc20021212.xsd"
  cp "$checkers/schemas/OAI-PMH.xsd" "$checkers/schemas/MARC21slim.xsd" "$checkers/schemas/xml.xsd" "$work/"
  { echo '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:all">'
    echo '<import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>'
    echo '<import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/>'
    echo '<import namespace="http://www.loc.gov/MARC21/slim" schemaLocation="MARC21slim.xsd"/></schema>'
  } >"$work/all.xsd"
  local query count=0
  for query in Identify ListSets ListMetadataFormats 'ListRecords&metadataPrefix=oai_dc' 'ListRecords&metadataPrefix=marc21' 'ListIdentifiers&metadataPrefix=oai_dc' 'ListRecords&resumptionToken=x' none; do
    fetch "/oai?verb=$query" "$work/answer.xml" || return 1
    xmllint --noout --nonet --schema "$work/all.xsd" "$work/answer.xml" 2>"$work/said" || { echo "$query: $(head -n 3 "$work/said")"; return 1; }
    count=$((count + 1))
  done
  echo "$count answers validate"
}

sru() {
  printf 'sru get 1.2\nopen %s/sru\nquerytype cql\nschema marcxml\nfind cql.allRecords=1\nshow 1\nfind dc.nothing=1\nquit\n' "$base" >"$work/yaz"
  yaz-client -f "$work/yaz" >"$work/said" 2>&1
  grep -q 'Number of hits: [1-9]' "$work/said" && grep -q '<record' "$work/said" && grep -q 'diagnostic/1/16' "$work/said" && grep -o 'Number of hits: [0-9]*' "$work/said" | head -n 1
}

marc() { fetch '/api/v1/courses?format=marc' "$work/all.mrc" && yaz-marcdump -i marc -o line -v "$work/all.mrc" >"$work/said" 2>&1 && ! grep -qi 'error' "$work/said" && echo "$(grep -c '^245 ' "$work/said") records"; }
lint() { fetch '/api/v1/courses?format=marc' "$work/all.mrc" && perl "$here/lint.pl" <"$work/all.mrc"; }
references() { fetch "/api/v1/courses?format=$1" "$work/all.$1" && "$2" -i utf8 "$work/all.$1" >"$work/mods" 2>"$work/said" && grep -q '<title>' "$work/mods" && tail -n 1 "$work/said"; }
module() { node "$checkers/checks.mjs" "$1" "$base"; }
widget() { node "$checkers/widget.mjs" "$base"; }
examples() { node "$checkers/examples.mjs" "$base"; }

# Both judge what is served; warnings count. The file has the name that the exceptions speak of, beside the rules.
spectral() {
  cp "$here/../../docs/openapi.spectral.yaml" "$checkers/" && fetch /openapi/v1.json "$checkers/openapi.json" || return 1
  (cd "$checkers" && node_modules/.bin/spectral lint openapi.json --ruleset openapi.spectral.yaml --fail-severity warn --quiet) || return 1
  echo "$(grep -o '"operationId"' "$checkers/openapi.json" | wc -l) operations, OWASP rules among others"
}
redocly() {
  fetch /openapi/v1.json "$work/openapi.json" || return 1
  (cd "$checkers" && REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true node_modules/.bin/redocly lint "$work/openapi.json" --config "$here/../../docs/openapi.redocly.yaml" --format=json) >"$work/redocly" 2>"$work/said" || { cat "$work/said"; return 1; }
  grep -q '"warnings": 0' "$work/redocly" || { grep '"message"' "$work/redocly"; return 1; }
  echo "no errors, no warnings"
}

schemas
cp "$here/checks.mjs" "$here/widget.mjs" "$here/examples.mjs" "$checkers/"
check 'OAI-PMH, HTTP::OAI' 'perl -MHTTP::OAI -e 1' "$apt" perl "$here/harvest.pl" "$base"
check 'OAI-PMH, schemas' 'command -v xmllint' "$apt" oai_schema
check 'SRU, yaz-client' 'command -v yaz-client' "$apt" sru
check 'MARC, yaz-marcdump' 'command -v yaz-marcdump' "$apt" marc
check 'MARC, MARC::Lint' 'perl -MMARC::Lint -e 1' "$apt" lint
check 'RIS, bibutils' 'command -v ris2xml' "$apt" references ris ris2xml
check 'BibTeX, bibutils' 'command -v bib2xml' "$apt" references bibtex bib2xml
check 'feeds, feedparser' '/usr/bin/python3 -c "import feedparser"' "$apt" /usr/bin/python3 "$here/feeds.py" "$base"
check 'OpenAPI, Spectral' "[ -x '$checkers/node_modules/.bin/spectral' ]" "$npm" spectral
check 'OpenAPI, Redocly' "[ -x '$checkers/node_modules/.bin/redocly' ]" "$npm" redocly
check 'examples of the page /api' 'command -v node && command -v python3 && command -v dotnet' "$apt" examples
check 'widget, Chromium and axe' 'command -v node && command -v chromium' 'apt-get install chromium nodejs npm' widget
for one in 'answers, ajv:answers' 'feeds, feedsmith:feeds' 'iCalendar, ical.js:calendar' 'JSON-LD, jsonld:linked' 'schema.org, sdtt:structured' 'MOOChub, its schema:moochub' 'AMB, its schema:amb' 'sitemap, sitemapper:sitemap'; do
  check "${one%%:*}" 'command -v node' 'apt-get install nodejs npm' module "${one##*:}"
done
exit $wrong
