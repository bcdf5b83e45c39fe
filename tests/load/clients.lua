-- Clients at a steady pace, told apart by what a trusted proxy says of them. Arguments: file of paths, first address up to its last number, how many addresses, milliseconds between two requests of a connection.
local asked = {}
local at = 0
local threads = {}

function setup(thread) table.insert(threads, thread) end

function init(args)
  answered, refused, other = 0, 0, 0
  pause = tonumber(args[4])
  for line in io.lines(args[1]) do
    local path = line:match("^(%S+)")
    table.insert(asked, path)
  end
  from, many = args[2], tonumber(args[3])
end

-- Not in step with each other, as people are not.
function delay() return math.random(math.floor(pause * 0.5), math.ceil(pause * 1.5)) end

function request()
  at = at + 1
  return wrk.format("GET", asked[at * 31 % #asked + 1], { ["X-Forwarded-For"] = from .. (at % many + 1), ["Accept-Encoding"] = "gzip" })
end

function response(status)
  if status == 200 then answered = answered + 1
  elseif status == 429 then refused = refused + 1
  else other = other + 1 end
end

function done(summary, latency)
  local count = { answered = 0, refused = 0, other = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(count) do count[name] = count[name] + thread:get(name) end
  end
  local failed = summary.errors
  print(string.format("RESULT requests=%d seconds=%.1f answered=%d refused=%d other=%d failed=%d p50=%.2f p95=%.2f p99=%.2f",
    summary.requests, summary.duration / 1e6, count.answered, count.refused, count.other,
    failed.connect + failed.read + failed.write + failed.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
