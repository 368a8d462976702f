#!/usr/bin/env bash
# Writes a migration for both databases after a change of the tables: scripts/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

name="${1:?the name of the migration, such as AddReviews}"
tool="$PWD/out/tools/dotnet-ef"
[ -x "$tool" ] || dotnet tool install dotnet-ef --version 10.0.14 --tool-path out/tools
project=tools/Extractor.Storage.Design
dotnet build "$project" -nologo -v quiet -clp:NoSummary
for database in Sqlite Postgres; do
  "$tool" migrations add "$name" --no-build --startup-project "$project" --project src/Extractor.Storage \
    --context "${database}StoreContext" --output-dir "Migrations/$database"
done
