# Signs every program and library of the built folder; without a certificate it says what is missing and goes on.
# Smart App Control stops a copied folder of which one file is not signed.
param([Parameter(Mandatory)] [string] $Folder)
if (-not $env:WINDOWS_CERTIFICATE_SHA1) {
    Write-Host "::warning::Not signed: no WINDOWS_CERTIFICATE_SHA1. Windows will warn, and Smart App Control will stop the program. A code-signing certificate for the name of the publisher is missing."
    exit 0
}
# Without the day, as a server states it, the signature ends with the certificate.
$stamp = if ($env:WINDOWS_TIMESTAMP_SERVER) { "/tr", $env:WINDOWS_TIMESTAMP_SERVER, "/td", "SHA256" } else { Write-Host "::warning::Signed without the day: no WINDOWS_TIMESTAMP_SERVER."; @() }
$signtool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" | Sort-Object FullName | Select-Object -Last 1
if (-not $signtool) { Write-Error "signtool.exe of the Windows SDK is missing."; exit 1 }
Get-ChildItem $Folder -Recurse -Include *.exe, *.dll, *.pyd | Where-Object { (Get-AuthenticodeSignature $_).Status -ne "Valid" } | ForEach-Object {
    & $signtool.FullName sign /sha1 $env:WINDOWS_CERTIFICATE_SHA1 /fd SHA256 @stamp $_.FullName
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
