-- pandoc kept warm: pandoc lua warm.lua FORMAT REPEATS FILE... The protocol is that of warm.py.
local format, repeats = arg[1], tonumber(arg[2])
local texts = {}
for i = 3, #arg do
  local file = assert(io.open(arg[i], "rb"))
  texts[#texts + 1] = file:read("a")
  file:close()
end
io.write("ready\n"):flush()
for _ in io.lines() do
  local begin, size = os.clock(), 0
  for _, text in ipairs(texts) do
    for _ = 1, repeats do
      -- the empty table of files is its sandbox
      size = size + #pandoc.write(pandoc.read(text, format, {}, {}), "json")
    end
  end
  io.write(os.clock() - begin, " ", size, "\n"):flush()
end
