# Sourced by the other scripts: environment of the .NET SDK, and Debian packages that are installed only where they are missing.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_UI_LANGUAGE=en

if ! command -v dotnet >/dev/null; then
  for folder in "${DOTNET_ROOT:-}" /usr/share/dotnet /usr/lib/dotnet "$HOME/.dotnet"; do
    if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then export PATH="$folder:$PATH" DOTNET_ROOT="$folder"; break; fi
  done
fi
command -v dotnet >/dev/null || { echo "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }

# need PACKAGE…: every package is there afterwards, or the script ends.
need() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root: apt-get install ${missing[*]}" >&2; exit 1; }
    root=(sudo)
  fi

  echo "Installing ${missing[*]}"
  local log; log=$(mktemp)
  if ! { "${root[@]}" apt-get update -qq && "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
         apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    cat "$log" >&2; rm -f "$log"
    echo "The packages could not be installed." >&2
    exit 1
  fi
  rm -f "$log"
}

# The ICU package is named after its version: libicu72 on Debian 12.
need_icu() {
  ldconfig -p 2>/dev/null | grep -q 'libicuuc\.so' && return 0
  need "$(. /etc/os-release; case "${VERSION_ID:-12}" in 11) echo libicu67 ;; 13) echo libicu76 ;; *) echo libicu72 ;; esac)"
}
