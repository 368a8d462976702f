#!/usr/bin/env bash
# The long form of the campaign's chaos test: 2,000 reports, 20 kills of services, workers and the database, on SQLite and by two nodes on PostgreSQL.
# Takes some twenty minutes, more where others use the machine. Needs what scripts/test.sh installs. EXTRACTOR_CHAOS_SERVICE names another
# Extractor.Api.dll to kill, such as one that scripts/publish.sh has compiled ahead of time: a restart costs mostly compiling.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

export EXTRACTOR_CAMPAIGN_FILES="${EXTRACTOR_CAMPAIGN_FILES:-2000}"
export EXTRACTOR_CAMPAIGN_KILLS="${EXTRACTOR_CAMPAIGN_KILLS:-20}"
dotnet test tests/Extractor.Api.Tests -c Release -nologo -v quiet --filter CampaignChaosTests --logger "console;verbosity=detailed" "$@"
