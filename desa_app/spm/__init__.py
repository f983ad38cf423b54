"""SPM Desa: indicators, the names behind them, the triwulan plan and the reports."""
