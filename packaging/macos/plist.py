"""What macOS wants to know of the application, beside its name, icon and version."""

PLIST = {
    "CFBundleDisplayName": "RightsRef",
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "es"],
    "LSApplicationCategoryType": "public.app-category.reference",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "MIT; content CC BY 4.0. The RightsRef developers",
    "NSRequiresAquaSystemAppearance": False,
}
