"""城窗: one package per capability. Imports go one way, see docs/architecture.md."""
