#!/usr/bin/env bash
# Installs what the tests need, builds, checks the format and runs every test. The last line adds all test projects up.
# Arguments are handed to each `dotnet test`, such as --filter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec </dev/null
. scripts/packages.sh

need_icu
need poppler-utils qpdf ghostscript chromium libreoffice-writer fonts-liberation fonts-dejavu-core postgresql clamav-daemon systemd

results="$PWD/out/test-results"
rm -rf "$results"
mkdir -p "$results"
# Nothing that was started here outlives the script.
quiet=(-nologo -v quiet -clp:NoSummary -nodeReuse:false -p:UseSharedCompilation=false)

echo "Restore and build"
dotnet restore Extractor.sln "${quiet[@]}"
dotnet build Extractor.sln -c Release --no-restore "${quiet[@]}"

echo "Format"
status=0
dotnet format Extractor.sln --no-restore --verify-no-changes --verbosity quiet || { status=1; echo "The format is not clean: dotnet format Extractor.sln"; }

echo "Tests"
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  dotnet test "$project" -c Release --no-build -nologo -v quiet --blame-hang-timeout 8m --blame-hang-dump-type none \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" || { status=1; echo "$name did not pass"; }
  [ -s "$results/$name.trx" ] || { status=1; echo "$name wrote no results"; }
done

# A skipped test is in no counter of its own: skipped = total - executed.
summary=$(grep -ho '<Counters[^>]*>' "$results"/*.trx | awk '{
  for (i = 1; i <= NF; i++) {
    split($i, a, "\"")
    if ($i ~ /^total=/) t += a[2]; if ($i ~ /^executed=/) e += a[2]; if ($i ~ /^passed=/) p += a[2]; if ($i ~ /^failed=/) f += a[2]
  } } END { printf "%d passed, %d failed, %d skipped", p, f, t - e }') || { echo "No test results were written."; exit 1; }
case "$summary" in "0 passed"*) status=1 ;; *", 0 failed,"*) ;; *) status=1 ;; esac
[ $status -eq 0 ] || echo "Something above did not pass."
echo "$summary"
exit $status
