-- Mixed questions out of a file: «path<TAB>etag» a line, the tag only where 304 is wanted. Arguments: file, key.
local threads = {}
local asked = {}
local at = 0

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

function init(args)
  answered, unchanged, refused, other = 0, 0, 0, 0
  for line in io.lines(args[1]) do
    local path, tag = line:match("^(%S+)\t?(.*)$")
    local headers = { ["Authorization"] = "Bearer " .. args[2], ["Accept-Encoding"] = "gzip" }
    if tag ~= "" then headers["If-None-Match"] = tag end
    table.insert(asked, wrk.format("GET", path, headers))
  end
  -- Each thread begins elsewhere.
  at = number * 7919
end

function request()
  at = at + 1
  return asked[at % #asked + 1]
end

function response(status)
  if status == 200 then answered = answered + 1
  elseif status == 304 then unchanged = unchanged + 1
  elseif status == 429 then refused = refused + 1
  else other = other + 1 end
end

function done(summary, latency)
  local count = { answered = 0, unchanged = 0, refused = 0, other = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(count) do count[name] = count[name] + thread:get(name) end
  end
  local failed = summary.errors
  print(string.format("RESULT requests=%d seconds=%.1f answered=%d unchanged=%d refused=%d other=%d connect=%d read=%d write=%d timeout=%d p50=%.1f p95=%.1f p99=%.1f max=%.1f",
    summary.requests, summary.duration / 1e6, count.answered, count.unchanged, count.refused, count.other,
    failed.connect, failed.read, failed.write, failed.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
