#!/bin/sh
# Signs the application, has Apple notarize it and staples the answer to it; without a certificate it says what is missing and goes on.
set -eu
app=$1
if [ -z "${MACOS_IDENTITY:-}" ]; then
  echo "::warning::Not signed: no MACOS_IDENTITY. Gatekeeper will stop the application until the reader allows it under Privacy & Security. A Developer ID certificate of Apple's is missing."
  codesign --force --deep --sign - "$app"
  exit 0
fi
codesign --force --deep --options runtime --timestamp --entitlements "$(dirname "$0")/entitlements.plist" --sign "$MACOS_IDENTITY" "$app"
if [ -z "${NOTARY_PROFILE:-}" ]; then
  echo "::warning::Signed, not notarized: no NOTARY_PROFILE (xcrun notarytool store-credentials)."
  exit 0
fi
packed=$(mktemp -d)/RightsRef.zip
ditto -c -k --keepParent "$app" "$packed"
xcrun notarytool submit "$packed" --keychain-profile "$NOTARY_PROFILE" --wait
xcrun stapler staple "$app"
