"""城窗: one package per capability. Imports go one way, from the left to the right.

commands → publish → build → views, machine → site → relations → records → bureau → source
→ findings. `statutes` stands beside `relations`, above `records`.
"""
