#!/usr/bin/env bash
# Publishes the service into a folder and the command line into its folder cli, compiled ahead of time: publish.sh /opt/extractor
set -euo pipefail
folder=$(realpath -m "${1:?the folder to publish into}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

runtime="linux-$(case "$(uname -m)" in aarch64) echo arm64 ;; *) echo x64 ;; esac)"
quiet=(-nologo -v quiet -clp:NoSummary -nodeReuse:false -p:UseSharedCompilation=false)
dotnet publish src/Extractor.Api -c Release -r "$runtime" --no-self-contained -p:PublishReadyToRun=true -o "$folder" "${quiet[@]}"
# Shares the runtime with the service, unlike the command line alone, which brings its own to start sooner.
dotnet publish src/Extractor.Cli -c Release -r "$runtime" -p:SelfContained=false -p:PublishReadyToRunComposite=false -o "$folder/cli" "${quiet[@]}"
