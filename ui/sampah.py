"""Python's cycle collector, run from the event loop alone.

Closed windows and dialogs lie in reference cycles until it runs. Run at any other moment it would free
widgets in the job's thread, or in the middle of a walk of Qt over all widgets (a change between light and
dark); Qt survives neither.
"""

import gc

from PySide6.QtCore import QObject, QTimer

SELANG_MD = 1000


def pungut() -> None:
    """Collect the oldest generation that is due by Python's own thresholds; nothing when none is."""
    jatuh_tempo = [
        generasi
        for generasi, (jumlah, ambang) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if jumlah > ambang
    ]
    if jatuh_tempo:
        gc.collect(jatuh_tempo[-1])


class PemungutSampah(QObject):
    """Takes the collector over for as long as the application lives."""

    def __init__(self, aplikasi: QObject) -> None:
        super().__init__(aplikasi)
        gc.disable()
        gc.freeze()  # what start-up loaded stays; a full collection then looks only at what came later
        penanda_waktu = QTimer(self)
        penanda_waktu.timeout.connect(pungut)
        penanda_waktu.start(SELANG_MD)
