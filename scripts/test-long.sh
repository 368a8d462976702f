#!/usr/bin/env bash
# The suites that take minutes: many more mutated files than the everyday run tries. Needs what scripts/test.sh installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

export EXTRACTOR_FUZZ_RUNS="${EXTRACTOR_FUZZ_RUNS:-20000}"
export EXTRACTOR_WORKER_MUTATIONS="${EXTRACTOR_WORKER_MUTATIONS:-1000}" EXTRACTOR_HOST_MUTATIONS="${EXTRACTOR_HOST_MUTATIONS:-1000}"
for project in tests/Extractor.Pdf.Tests tests/Extractor.Tests tests/Extractor.Workers.Tests; do
  dotnet test "$project" -c Release -nologo -v quiet "$@"
done
dotnet test tests/Extractor.Api.Tests -c Release -nologo -v quiet --filter DamagedReportsTests "$@"
