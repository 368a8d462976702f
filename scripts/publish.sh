#!/usr/bin/env bash
# Publishes the service into a folder and the command line into its folder cli: publish.sh /opt/extractor [--quick]
# The service brings its runtime along, compiled ahead of time with it: a start computes half as long, because nothing of the runtime's collections has to be
# compiled for our types then. That compilation takes four minutes of a processor; --quick leaves it out, and the installed runtime is used.
set -euo pipefail
folder=$(realpath -m "${1:?the folder to publish into}")
mode="${2:-}"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

runtime="linux-$(case "$(uname -m)" in aarch64) echo arm64 ;; *) echo x64 ;; esac)"
quiet=(-nologo -v quiet -clp:NoSummary -nodeReuse:false -p:UseSharedCompilation=false)
case "$mode" in
  "") service=(--self-contained -p:PublishReadyToRunComposite=true) ;;
  --quick) service=(--no-self-contained) ;;
  *) echo "Unknown: $mode" >&2; exit 2 ;;
esac
# What was compiled one way does not run the other way, and would be taken for up to date.
rm -rf src/Extractor.Api/obj/Release/net10.0/"$runtime"/R2R
dotnet publish src/Extractor.Api -c Release -r "$runtime" "${service[@]}" -p:PublishReadyToRun=true -o "$folder" "${quiet[@]}"
# Uses the installed runtime, unlike the command line alone, which brings its own to start sooner.
rm -rf src/Extractor.Cli/obj/Release/net10.0/"$runtime"/R2R
dotnet publish src/Extractor.Cli -c Release -r "$runtime" -p:SelfContained=false -p:PublishReadyToRunComposite=false -o "$folder/cli" "${quiet[@]}"
