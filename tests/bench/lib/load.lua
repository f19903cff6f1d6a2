-- SPDX-License-Identifier: Apache-2.0
-- Requests for wrk out of a plan. Arguments: PLAN [METHOD]
-- Each line of the plan is "path TAB cookie TAB csrf token TAB body"; "@" in a body becomes a number that is never used twice.
local requests, chosen, thread_count = {}, 0, 0
local started = os.time() % 10000000

function setup(thread)
  thread:set("thread_number", thread_count)
  thread_count = thread_count + 1
end

function init(arguments)
  math.randomseed(os.time() * 100 + thread_number)
  local method = arguments[2] or "GET"
  for line in io.lines(arguments[1]) do
    local path, cookie, csrf, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = { ["Cookie"] = cookie ~= "" and cookie or nil, ["X-CSRF-Token"] = csrf ~= "" and csrf or nil }
    if body ~= "" then headers["Content-Type"] = "application/json" end
    if body:find("@", 1, true) then
      table.insert(requests, { method = method, path = path, headers = headers, body = body })
    else
      table.insert(requests, { text = wrk.format(method, path, headers, body ~= "" and body or nil) })
    end
  end
end

function request()
  local one = requests[math.random(#requests)]
  if one.text then return one.text end
  chosen = chosen + 1
  local number = string.format("%d%d%06d", started, thread_number + 1, chosen)
  return wrk.format(one.method, one.path, one.headers, (one.body:gsub("@", number)))
end

function done(summary, latency)
  local errors = summary.errors
  io.stderr:write(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"failed":%d}\n', summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
