"""Static files by their hash, also where one module of ours imports another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModules(CompressedManifestStaticFilesStorage):
    """An old page never gets the new half of a script: every import names the file that it was made with."""

    support_js_module_import_aggregation = True
