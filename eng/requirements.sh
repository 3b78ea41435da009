#!/usr/bin/env bash
# Which requirement ids of docs/spec are proven by a passing test, and which are not.
#   eng/requirements.sh            build and run all tests first
#   eng/requirements.sh --no-run   use the results of the last run (artifacts/test-results)
#   eng/requirements.sh --list     print the proven ids with the tests that prove them
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

run=true list=false
for argument in "$@"; do
  case "$argument" in
    --no-run) run=false ;;
    --list) list=true ;;
    *) echo "usage: eng/requirements.sh [--no-run] [--list]" >&2; exit 64 ;;
  esac
done

results=artifacts/test-results
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if $run; then
  rm -rf "$results"
  # A failing test proves nothing but must not hide what the others prove.
  dotnet test okstra.slnx -c Release > "$work/test.log" 2>&1 || { grep -E '^\s+Failed |error|Failed!' "$work/test.log" >&2 || tail -20 "$work/test.log" >&2; }
fi
if ! compgen -G "$results/*.trx" > /dev/null; then
  echo "no test results in $results; run eng/requirements.sh without --no-run" >&2
  exit 1
fi

newest_build=$(ls -t artifacts/bin/*.Tests/release/*.Tests.dll 2> /dev/null | head -1 || true)
newest_result=$(ls -t "$results"/*.trx | head -1 || true)
if [ -n "$newest_build" ] && [ "$newest_build" -nt "$newest_result" ]; then
  echo "note: $newest_build is newer than the last results" >&2
fi

# The last outcome of every case, oldest file first; then a test proves something only when all its cases passed.
ls -tr "$results"/*.trx | while read -r file; do
  sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".* outcome="\([A-Za-z]*\)".*/\2 \1/p' "$file"
done | awk '
  { outcome = $1; sub(/^[A-Za-z]+ /, ""); last[$0] = outcome }
  END {
    for (name in last) { test = name; sub(/\(.*/, "", test); seen[test]; if (last[name] != "Passed") bad[test] }
    for (test in seen) if (!(test in bad)) print test
  }' | sort > "$work/passed"

# "<id> <class>.<method>" of every trait; the runner lists one JSON object per test.
: > "$work/traits"
for project in tests/*.Tests; do
  name=$(basename "$project")
  runner="artifacts/bin/$name/release/$name"
  [ -x "$runner" ] || continue
  "$runner" -list full/json 2> /dev/null < /dev/null | sed 's/{"Assembly"/\n&/g' | awk '
    /"Traits":\{/ {
      match($0, /"Class":"[^"]*"/);  class  = substr($0, RSTART + 9,  RLENGTH - 10)
      match($0, /"Method":"[^"]*"/); method = substr($0, RSTART + 10, RLENGTH - 11)
      if (!match($0, /"Req":\[[^]]*\]/)) next
      ids = substr($0, RSTART + 7, RLENGTH - 8); gsub(/"/, "", ids)
      count = split(ids, id, ",")
      for (i = 1; i <= count; i++) print id[i], class "." method
    }' >> "$work/traits"
done
sort -u -o "$work/traits" "$work/traits"

grep -hE '^- \*\*R-[A-Z]+-[0-9]+\*\*' docs/spec/[0-9]*.md \
  | grep -vE '^- \*\*R-[A-Z]+-[0-9]+\*\*( \([^)]*\))? \*{0,2}\[SUPERSEDED\]' \
  | sed -E 's/^- \*\*(R-[A-Z]+-[0-9]+)\*\*.*/\1/' | sort -u > "$work/ids"
grep -hoE '^- \*\*R-[A-Z]+-[0-9]+' docs/spec/[0-9]*.md | cut -c5- | sort -u > "$work/known"

cut -d' ' -f1 "$work/traits" | sort -u | comm -23 - "$work/known" > "$work/unknown"
sort -k2,2 "$work/traits" | join -1 2 -2 1 -o 1.1,1.2 - "$work/passed" | sort -u > "$work/proofs"
cut -d' ' -f1 "$work/proofs" | sort -u | comm -12 - "$work/ids" > "$work/proven"

if $list; then
  join "$work/proven" "$work/proofs"
fi
echo "proven $(wc -l < "$work/proven") of $(wc -l < "$work/ids")"
echo "unproven:"
comm -23 "$work/ids" "$work/proven" | sort -V | sed 's/^/  /'
if [ -s "$work/unknown" ]; then
  echo "traits name ids that docs/spec does not have:" >&2
  while read -r id; do grep "^$id " "$work/traits" | sed 's/^/  /' >&2; done < "$work/unknown"
  exit 1
fi
