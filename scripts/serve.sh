#!/usr/bin/env bash
# Builds and starts the service on http://127.0.0.1:5080; arguments are settings, such as --urls http://0.0.0.0:8080.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

need_icu
dotnet build src/Extractor.Api -c Release -nologo -v quiet -clp:NoSummary
cd src/Extractor.Api
exec dotnet bin/Release/net10.0/Extractor.Api.dll "$@"
