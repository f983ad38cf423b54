"""Land: parcels, owners with their shares, acts on parcels, sketches."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


GUNA = (
    "perumahan", "perdagangan_jasa", "perkantoran", "industri", "fasilitas_umum", "sawah", "tegalan",
    "perkebunan", "peternakan_perikanan", "hutan_belukar", "hutan_lebat_lindung", "tanah_kosong",
    "lain_lain",
)  # fmt: skip
OLEH = ("asli_milik_desa", "bantuan_pemerintah", "bantuan_provinsi", "bantuan_kab_kota", "lain_lain")
JENIS = ("sawah", "tegal", "kebun", "tambak_kolam", "tanah_kering_darat")
KOLOM_GUNA = [f"guna_{g}" for g in GUNA]
KOLOM_OLEH = [f"oleh_{o}" for o in OLEH]
KOLOM_JENIS = [f"jenis_{j}" for j in JENIS]
LUAS_TKD = "CASE WHEN tkd = 1 THEN luas ELSE 0 END"
KOLOM_LUAS = [*KOLOM_GUNA, *KOLOM_OLEH, *KOLOM_JENIS, "patok_ada", "papan_ada"]


def upgrade() -> None:
    op.create_table(
        "mutasi_tanah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("tgl_buku", sa.Text(), nullable=False),
        sa.Column("dasar", sa.Text(), nullable=False),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("sebelum", sa.Text(), nullable=False),
        sa.Column("membatalkan_id", sa.Integer(), nullable=True),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.Column("dicatat_oleh", sa.Text(), nullable=False),
        sa.Column("dicatat_saat", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membatalkan_id"], ["mutasi_tanah.id"], name=op.f("fk_mutasi_tanah_membatalkan_id_mutasi_tanah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mutasi_tanah")),
        sa.UniqueConstraint("membatalkan_id", name=op.f("uq_mutasi_tanah_membatalkan_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("mutasi_tanah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mutasi_tanah_tgl_buku"), ["tgl_buku"], unique=False)

    op.create_table(
        "bidang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aktif", sa.Integer(), nullable=False),
        sa.Column("luas", sa.Integer(), nullable=False),
        sa.Column("hak", sa.Text(), nullable=False),
        sa.Column("kelas", sa.Text(), nullable=False),
        sa.Column("no_sertifikat", sa.Text(), nullable=False),
        sa.Column("letter_c", sa.Text(), nullable=False),
        sa.Column("persil", sa.Text(), nullable=False),
        sa.Column("sppt", sa.Text(), nullable=False),
        sa.Column("dusun_id", sa.Integer(), nullable=True),
        sa.Column("rt", sa.Text(), nullable=False),
        sa.Column("rw", sa.Text(), nullable=False),
        sa.Column("lokasi", sa.Text(), nullable=False),
        sa.Column("batas_utara", sa.Text(), nullable=False),
        sa.Column("batas_timur", sa.Text(), nullable=False),
        sa.Column("batas_selatan", sa.Text(), nullable=False),
        sa.Column("batas_barat", sa.Text(), nullable=False),
        sa.Column("bukti_lengkap", sa.Integer(), nullable=False),
        sa.Column("bukti_alasan", sa.Text(), nullable=False),
        sa.Column("asal_perolehan", sa.Text(), nullable=False),
        sa.Column("sejak_tahun", sa.Integer(), nullable=True),
        sa.Column("cari", sa.Text(), nullable=False),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.Column("guna_perumahan", sa.Integer(), nullable=False),
        sa.Column("guna_perdagangan_jasa", sa.Integer(), nullable=False),
        sa.Column("guna_perkantoran", sa.Integer(), nullable=False),
        sa.Column("guna_industri", sa.Integer(), nullable=False),
        sa.Column("guna_fasilitas_umum", sa.Integer(), nullable=False),
        sa.Column("guna_sawah", sa.Integer(), nullable=False),
        sa.Column("guna_tegalan", sa.Integer(), nullable=False),
        sa.Column("guna_perkebunan", sa.Integer(), nullable=False),
        sa.Column("guna_peternakan_perikanan", sa.Integer(), nullable=False),
        sa.Column("guna_hutan_belukar", sa.Integer(), nullable=False),
        sa.Column("guna_hutan_lebat_lindung", sa.Integer(), nullable=False),
        sa.Column("guna_tanah_kosong", sa.Integer(), nullable=False),
        sa.Column("guna_lain_lain", sa.Integer(), nullable=False),
        sa.Column("tkd", sa.Integer(), nullable=False),
        sa.Column("asal_tkd", sa.Text(), nullable=False),
        sa.Column("tgl_perolehan", sa.Text(), nullable=True),
        sa.Column("peruntukan", sa.Text(), nullable=False),
        sa.Column("oleh_asli_milik_desa", sa.Integer(), nullable=False),
        sa.Column("oleh_bantuan_pemerintah", sa.Integer(), nullable=False),
        sa.Column("oleh_bantuan_provinsi", sa.Integer(), nullable=False),
        sa.Column("oleh_bantuan_kab_kota", sa.Integer(), nullable=False),
        sa.Column("oleh_lain_lain", sa.Integer(), nullable=False),
        sa.Column("jenis_sawah", sa.Integer(), nullable=False),
        sa.Column("jenis_tegal", sa.Integer(), nullable=False),
        sa.Column("jenis_kebun", sa.Integer(), nullable=False),
        sa.Column("jenis_tambak_kolam", sa.Integer(), nullable=False),
        sa.Column("jenis_tanah_kering_darat", sa.Integer(), nullable=False),
        sa.Column("patok_ada", sa.Integer(), nullable=False),
        sa.Column("papan_ada", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "hak IN ('HM', 'HGB', 'HP', 'HGU', 'HPL', 'MA', 'VI', 'TN')", name=op.f("ck_bidang_hak")
        ),
        sa.CheckConstraint(" + ".join(KOLOM_GUNA) + " = luas", name=op.f("ck_bidang_l2")),
        sa.CheckConstraint(" AND ".join(f"{k} >= 0" for k in KOLOM_LUAS), name=op.f("ck_bidang_tidak_minus")),
        sa.CheckConstraint(" + ".join(KOLOM_JENIS) + f" = {LUAS_TKD}", name=op.f("ck_bidang_a2")),
        sa.CheckConstraint("luas > 0", name=op.f("ck_bidang_luas")),
        sa.CheckConstraint(" + ".join(KOLOM_OLEH) + f" = {LUAS_TKD}", name=op.f("ck_bidang_a1")),
        sa.CheckConstraint(f"patok_ada <= {LUAS_TKD} AND papan_ada <= {LUAS_TKD}", name=op.f("ck_bidang_a3")),
        sa.ForeignKeyConstraint(["dusun_id"], ["dusun.id"], name=op.f("fk_bidang_dusun_id_dusun")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bidang")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("bidang", schema=None) as batch_op:
        batch_op.create_index("ix_bidang_tkd", ["tkd"], unique=False, sqlite_where=sa.text("tkd = 1"))
        batch_op.create_index("ix_bidang_cari", ["cari"], unique=False)
        batch_op.create_index(batch_op.f("ix_bidang_dusun_id"), ["dusun_id"], unique=False)
        batch_op.create_index(
            "uq_bidang_sertifikat",
            ["no_sertifikat"],
            unique=True,
            sqlite_where=sa.text("aktif = 1 AND no_sertifikat <> ''"),
        )

    op.create_table(
        "dokumen_bidang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bidang_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("nomor", sa.Text(), nullable=False),
        sa.Column("tanggal", sa.Text(), nullable=True),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bidang_id"], ["bidang.id"], name=op.f("fk_dokumen_bidang_bidang_id_bidang")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dokumen_bidang")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("dokumen_bidang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dokumen_bidang_bidang_id"), ["bidang_id"], unique=False)

    op.create_table(
        "mutasi_bidang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mutasi_id", sa.Integer(), nullable=False),
        sa.Column("bidang_id", sa.Integer(), nullable=False),
        sa.Column("peran", sa.Text(), nullable=False),
        sa.CheckConstraint("peran IN ('asal', 'hasil', 'tetap')", name=op.f("ck_mutasi_bidang_peran")),
        sa.ForeignKeyConstraint(["bidang_id"], ["bidang.id"], name=op.f("fk_mutasi_bidang_bidang_id_bidang")),
        sa.ForeignKeyConstraint(
            ["mutasi_id"], ["mutasi_tanah.id"], name=op.f("fk_mutasi_bidang_mutasi_id_mutasi_tanah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mutasi_bidang")),
        sa.UniqueConstraint("mutasi_id", "bidang_id", name=op.f("uq_mutasi_bidang_mutasi_id_bidang_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("mutasi_bidang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mutasi_bidang_bidang_id"), ["bidang_id"], unique=False)

    op.create_table(
        "sketsa",
        sa.Column("bidang_id", sa.Integer(), nullable=False),
        sa.Column("sudut", sa.Text(), nullable=False),
        sa.Column("patok", sa.Text(), nullable=False),
        sa.Column("diubah", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["bidang_id"], ["bidang.id"], name=op.f("fk_sketsa_bidang_id_bidang")),
        sa.PrimaryKeyConstraint("bidang_id", name=op.f("pk_sketsa")),
        sqlite_strict=True,
    )
    op.create_table(
        "pemilik_tanah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("warga_luar_id", sa.Integer(), nullable=True),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("no_identitas", sa.Text(), nullable=False),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "CASE jenis WHEN 'penduduk' THEN penduduk_id IS NOT NULL AND warga_luar_id IS NULL "
            "WHEN 'warga_luar' THEN warga_luar_id IS NOT NULL AND penduduk_id IS NULL "
            "WHEN 'badan' THEN nama <> '' AND no_identitas <> '' AND penduduk_id IS NULL "
            "AND warga_luar_id IS NULL "
            "WHEN 'desa' THEN penduduk_id IS NULL AND warga_luar_id IS NULL ELSE 0 END",
            name=op.f("ck_pemilik_tanah_jenis"),
        ),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_pemilik_tanah_penduduk_id_penduduk")
        ),
        sa.ForeignKeyConstraint(
            ["warga_luar_id"], ["warga_luar.id"], name=op.f("fk_pemilik_tanah_warga_luar_id_warga_luar")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pemilik_tanah")),
        sa.UniqueConstraint("penduduk_id", name=op.f("uq_pemilik_tanah_penduduk_id")),
        sa.UniqueConstraint("warga_luar_id", name=op.f("uq_pemilik_tanah_warga_luar_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("pemilik_tanah", schema=None) as batch_op:
        batch_op.create_index(
            "uq_pemilik_tanah_badan", ["no_identitas"], unique=True, sqlite_where=sa.text("jenis = 'badan'")
        )
        batch_op.create_index(
            "uq_pemilik_tanah_desa", ["jenis"], unique=True, sqlite_where=sa.text("jenis = 'desa'")
        )

    op.create_table(
        "bagian_pemilik",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bidang_id", sa.Integer(), nullable=False),
        sa.Column("pemilik_id", sa.Integer(), nullable=False),
        sa.Column("pembilang", sa.Integer(), nullable=False),
        sa.Column("penyebut", sa.Integer(), nullable=False),
        sa.CheckConstraint("pembilang > 0 AND penyebut >= pembilang", name=op.f("ck_bagian_pemilik_pecahan")),
        sa.ForeignKeyConstraint(
            ["bidang_id"], ["bidang.id"], name=op.f("fk_bagian_pemilik_bidang_id_bidang")
        ),
        sa.ForeignKeyConstraint(
            ["pemilik_id"], ["pemilik_tanah.id"], name=op.f("fk_bagian_pemilik_pemilik_id_pemilik_tanah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bagian_pemilik")),
        sa.UniqueConstraint("bidang_id", "pemilik_id", name=op.f("uq_bagian_pemilik_bidang_id_pemilik_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("bagian_pemilik", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bagian_pemilik_pemilik_id"), ["pemilik_id"], unique=False)

    for tindakan in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER mutasi_tanah_tetap_{tindakan.lower()} BEFORE {tindakan} ON mutasi_tanah "
            "BEGIN SELECT RAISE(ABORT, 'mutasi_tanah hanya boleh ditambah'); END"
        )
