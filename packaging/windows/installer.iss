; Inno Setup: installs the built folder for the one who runs it, without an administrator, and takes all of it away again.
; iscc /DVersion=0.2.0 /DFolder=..\..\build\bundle\dist\RightsRef packaging\windows\installer.iss
#ifndef Folder
  #define Folder "..\..\build\bundle\dist\RightsRef"
#endif
[Setup]
AppId={{6A2E4C0E-52B1-4C0B-9C58-5D2B0C1F7E11}
AppName=RightsRef
AppVersion={#Version}
AppPublisher=The RightsRef developers
DefaultDirName={autopf}\RightsRef
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2/max
SolidCompression=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\build\hand-out
OutputBaseFilename=RightsRef-{#Version}-windows-setup
SetupIconFile=..\..\build\bundle\icons\rightsref.ico
UninstallDisplayIcon={app}\RightsRef.exe
#ifdef SignTool
SignTool={#SignTool}
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\RightsRef"; Filename: "{app}\RightsRef.exe"

[Run]
Filename: "{app}\RightsRef.exe"; Description: "RightsRef"; Flags: nowait postinstall skipifsilent
