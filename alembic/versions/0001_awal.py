"""awal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("pelaku", sa.Text(), nullable=False),
        sa.Column("tindakan", sa.Text(), nullable=False),
        sa.Column("objek", sa.Text(), nullable=False),
        sa.Column("lama", sa.Text(), nullable=True),
        sa.Column("baru", sa.Text(), nullable=True),
        sa.Column("sidik", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_objek"), ["objek"], unique=False)

    op.create_table(
        "desa",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("sebutan_desa", sa.Text(), nullable=False),
        sa.Column("sebutan_kepala", sa.Text(), nullable=False),
        sa.Column("kecamatan", sa.Text(), nullable=False),
        sa.Column("sebutan_kecamatan", sa.Text(), nullable=False),
        sa.Column("kabupaten", sa.Text(), nullable=False),
        sa.Column("sebutan_kabupaten", sa.Text(), nullable=False),
        sa.Column("provinsi", sa.Text(), nullable=False),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.Column("telepon", sa.Text(), nullable=False),
        sa.Column("pos_el", sa.Text(), nullable=False),
        sa.Column("laman", sa.Text(), nullable=False),
        sa.Column("kode_pos", sa.Text(), nullable=False),
        sa.Column("lambang", sa.LargeBinary(), nullable=True),
        sa.Column("zona_waktu", sa.Text(), nullable=False),
        sa.Column("latihan", sa.Integer(), nullable=False),
        sa.Column("bulan_awal", sa.Integer(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_desa_satu")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desa")),
        sqlite_strict=True,
    )
    op.create_table(
        "draf",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("pemilik", sa.Text(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.Column("diajukan", sa.Integer(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draf")),
        sqlite_strict=True,
    )
    op.create_table(
        "dusun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("kepala", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dusun")),
        sa.UniqueConstraint("nama", name=op.f("uq_dusun_nama")),
        sqlite_strict=True,
    )
    op.create_table(
        "hari_libur",
        sa.Column("tanggal", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("perkiraan", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tanggal", name=op.f("pk_hari_libur")),
        sqlite_strict=True,
    )
    op.create_table(
        "impor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saat", sa.Text(), nullable=False),
        sa.Column("pelaku", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("sidik", sa.Text(), nullable=False),
        sa.Column("ringkasan", sa.Text(), nullable=False),
        sa.Column("dibatalkan_oleh", sa.Text(), nullable=False),
        sa.Column("dibatalkan_saat", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impor")),
        sqlite_strict=True,
    )
    op.create_table(
        "pejabat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jabatan", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("bentuk", sa.Text(), nullable=False),
        sa.Column("jabatan_asal", sa.Text(), nullable=False),
        sa.Column("pangkat", sa.Text(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("dasar", sa.Text(), nullable=False),
        sa.Column("mulai", sa.Text(), nullable=False),
        sa.Column("sampai", sa.Text(), nullable=True),
        sa.CheckConstraint("bentuk IN ('definitif', 'pj', 'plt', 'plh')", name=op.f("ck_pejabat_bentuk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pejabat")),
        sqlite_strict=True,
    )
    op.create_table(
        "pengguna",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama_masuk", sa.Text(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("sandi", sa.Text(), nullable=False),
        sa.Column("peran", sa.Text(), nullable=False),
        sa.Column("aktif", sa.Integer(), nullable=False),
        sa.Column("gagal", sa.Integer(), nullable=False),
        sa.Column("gagal_terakhir", sa.Text(), nullable=True),
        sa.Column("masuk_terakhir", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengguna")),
        sa.UniqueConstraint("nama_masuk", name=op.f("uq_pengguna_nama_masuk")),
        sqlite_strict=True,
    )
    op.create_table(
        "setelan",
        sa.Column("kunci", sa.Text(), nullable=False),
        sa.Column("nilai", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kunci", name=op.f("pk_setelan")),
        sqlite_strict=True,
    )
    op.create_table(
        "tutup_buku",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bulan", sa.Integer(), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.Column("sidik", sa.Text(), nullable=False),
        sa.Column("ditutup_oleh", sa.Text(), nullable=False),
        sa.Column("ditutup_saat", sa.Text(), nullable=False),
        sa.Column("dibuka_oleh", sa.Text(), nullable=False),
        sa.Column("dibuka_saat", sa.Text(), nullable=True),
        sa.Column("alasan_buka", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tutup_buku")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("tutup_buku", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tutup_buku_bulan"), ["bulan"], unique=False)

    op.create_table(
        "warga_luar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("cari", sa.Text(), nullable=False),
        sa.Column("no_identitas", sa.Text(), nullable=False),
        sa.Column("jk", sa.Text(), nullable=False),
        sa.Column("tempat_lahir", sa.Text(), nullable=False),
        sa.Column("tanggal_lahir", sa.Text(), nullable=True),
        sa.Column("agama", sa.Integer(), nullable=True),
        sa.Column("pekerjaan", sa.Text(), nullable=False),
        sa.Column("warga_negara", sa.Integer(), nullable=False),
        sa.Column("status_kawin", sa.Integer(), nullable=True),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.Column("telepon", sa.Text(), nullable=False),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warga_luar")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("warga_luar", schema=None) as batch_op:
        batch_op.create_index("ix_warga_luar_cari", ["cari"], unique=False)

    op.create_table(
        "keluarga",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("no_kk", sa.Text(), nullable=False),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.Column("dusun_id", sa.Integer(), nullable=False),
        sa.Column("rt", sa.Text(), nullable=False),
        sa.Column("rw", sa.Text(), nullable=False),
        sa.Column("aktif", sa.Integer(), nullable=False),
        sa.Column("asal_id", sa.Integer(), nullable=True),
        sa.Column("tgl_terbit", sa.Text(), nullable=True),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(no_kk) = 16 AND no_kk NOT GLOB '*[^0-9]*'", name=op.f("ck_keluarga_no_kk")
        ),
        sa.ForeignKeyConstraint(["asal_id"], ["keluarga.id"], name=op.f("fk_keluarga_asal_id_keluarga")),
        sa.ForeignKeyConstraint(["dusun_id"], ["dusun.id"], name=op.f("fk_keluarga_dusun_id_dusun")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keluarga")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("keluarga", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_keluarga_dusun_id"), ["dusun_id"], unique=False)
        batch_op.create_index(
            "uq_keluarga_no_kk_aktif", ["no_kk"], unique=True, sqlite_where=sa.text("aktif = 1")
        )

    op.create_table(
        "penduduk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nik", sa.Text(), nullable=True),
        sa.Column("nama", sa.Text(), nullable=False),
        sa.Column("panggilan", sa.Text(), nullable=False),
        sa.Column("cari", sa.Text(), nullable=False),
        sa.Column("jk", sa.Text(), nullable=False),
        sa.Column("tempat_lahir", sa.Text(), nullable=False),
        sa.Column("tanggal_lahir", sa.Text(), nullable=True),
        sa.Column("agama", sa.Integer(), nullable=True),
        sa.Column("pendidikan", sa.Integer(), nullable=True),
        sa.Column("pendidikan_sedang", sa.Integer(), nullable=True),
        sa.Column("pekerjaan", sa.Integer(), nullable=True),
        sa.Column("status_kawin", sa.Integer(), nullable=True),
        sa.Column("warga_negara", sa.Integer(), nullable=False),
        sa.Column("golongan_darah", sa.Integer(), nullable=True),
        sa.Column("huruf", sa.Text(), nullable=False),
        sa.Column("cacat", sa.Integer(), nullable=True),
        sa.Column("suku", sa.Text(), nullable=False),
        sa.Column("keluarga_id", sa.Integer(), nullable=True),
        sa.Column("shdk", sa.Integer(), nullable=True),
        sa.Column("status_penduduk", sa.Integer(), nullable=False),
        sa.Column("status_dasar", sa.Integer(), nullable=False),
        sa.Column("tgl_mulai_tinggal", sa.Text(), nullable=True),
        sa.Column("nik_ayah", sa.Text(), nullable=False),
        sa.Column("nama_ayah", sa.Text(), nullable=False),
        sa.Column("nik_ibu", sa.Text(), nullable=False),
        sa.Column("nama_ibu", sa.Text(), nullable=False),
        sa.Column("ktp_el", sa.Integer(), nullable=True),
        sa.Column("status_rekam", sa.Integer(), nullable=True),
        sa.Column("ktp_tempat", sa.Text(), nullable=False),
        sa.Column("ktp_tanggal", sa.Text(), nullable=True),
        sa.Column("no_kia", sa.Text(), nullable=False),
        sa.Column("akta_lahir", sa.Text(), nullable=False),
        sa.Column("akta_mati", sa.Text(), nullable=False),
        sa.Column("akta_kawin", sa.Text(), nullable=False),
        sa.Column("tgl_kawin", sa.Text(), nullable=True),
        sa.Column("akta_cerai", sa.Text(), nullable=False),
        sa.Column("tgl_cerai", sa.Text(), nullable=True),
        sa.Column("paspor", sa.Text(), nullable=False),
        sa.Column("paspor_akhir", sa.Text(), nullable=True),
        sa.Column("kitas", sa.Text(), nullable=False),
        sa.Column("kebangsaan", sa.Text(), nullable=False),
        sa.Column("keturunan", sa.Text(), nullable=False),
        sa.Column("cara_kb", sa.Integer(), nullable=True),
        sa.Column("hamil", sa.Integer(), nullable=True),
        sa.Column("alamat_sekarang", sa.Text(), nullable=False),
        sa.Column("telepon", sa.Text(), nullable=False),
        sa.Column("tag_id_card", sa.Text(), nullable=False),
        sa.Column("id_asuransi", sa.Integer(), nullable=True),
        sa.Column("no_asuransi", sa.Text(), nullable=False),
        sa.Column("lintang", sa.Text(), nullable=False),
        sa.Column("bujur", sa.Text(), nullable=False),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.Column("impor_id", sa.Integer(), nullable=True),
        sa.Column("diubah", sa.Text(), nullable=True),
        sa.CheckConstraint("jk IN ('L', 'P')", name=op.f("ck_penduduk_jk")),
        sa.CheckConstraint(
            "nik IS NULL OR (length(nik) = 16 AND nik NOT GLOB '*[^0-9]*')", name=op.f("ck_penduduk_nik")
        ),
        sa.CheckConstraint("length(nama) > 0", name=op.f("ck_penduduk_nama")),
        sa.CheckConstraint("status_dasar IN (1, 2, 3, 4, 6, 9)", name=op.f("ck_penduduk_status_dasar")),
        sa.CheckConstraint("status_penduduk IN (1, 2)", name=op.f("ck_penduduk_status_penduduk")),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_penduduk_impor_id_impor")),
        sa.ForeignKeyConstraint(
            ["keluarga_id"], ["keluarga.id"], name=op.f("fk_penduduk_keluarga_id_keluarga")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penduduk")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("penduduk", schema=None) as batch_op:
        batch_op.create_index("ix_penduduk_cari", ["cari", "status_dasar"], unique=False)
        batch_op.create_index(batch_op.f("ix_penduduk_impor_id"), ["impor_id"], unique=False)
        batch_op.create_index("ix_penduduk_keluarga", ["keluarga_id", "status_dasar"], unique=False)
        batch_op.create_index("ix_penduduk_nik", ["nik"], unique=False)
        batch_op.create_index(
            "uq_penduduk_nik_aktif", ["nik"], unique=True, sqlite_where=sa.text("status_dasar IN (1, 4)")
        )

    op.create_table(
        "kunjungan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=False),
        sa.Column("tgl_datang", sa.Text(), nullable=False),
        sa.Column("tgl_pergi", sa.Text(), nullable=True),
        sa.Column("datang_dari", sa.Text(), nullable=False),
        sa.Column("maksud", sa.Text(), nullable=False),
        sa.Column("tuan_rumah_id", sa.Integer(), nullable=True),
        sa.Column("tuan_rumah", sa.Text(), nullable=False),
        sa.Column("dusun_id", sa.Integer(), nullable=True),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.Column("batal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dusun_id"], ["dusun.id"], name=op.f("fk_kunjungan_dusun_id_dusun")),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_kunjungan_penduduk_id_penduduk")
        ),
        sa.ForeignKeyConstraint(
            ["tuan_rumah_id"], ["penduduk.id"], name=op.f("fk_kunjungan_tuan_rumah_id_penduduk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kunjungan")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("kunjungan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kunjungan_penduduk_id"), ["penduduk_id"], unique=False)

    op.create_table(
        "peristiwa",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.Text(), nullable=False),
        sa.Column("tgl_peristiwa", sa.Text(), nullable=False),
        sa.Column("tgl_lapor", sa.Text(), nullable=False),
        sa.Column("tgl_buku", sa.Text(), nullable=False),
        sa.Column("bulan", sa.Integer(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("keluarga_id", sa.Integer(), nullable=True),
        sa.Column("rincian", sa.Text(), nullable=False),
        sa.Column("sebelum", sa.Text(), nullable=False),
        sa.Column("ket", sa.Text(), nullable=False),
        sa.Column("riwayat", sa.Integer(), nullable=False),
        sa.Column("membatalkan_id", sa.Integer(), nullable=True),
        sa.Column("impor_id", sa.Integer(), nullable=True),
        sa.Column("dicatat_oleh", sa.Text(), nullable=False),
        sa.Column("dicatat_saat", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "bulan BETWEEN 190001 AND 299912 AND bulan % 100 BETWEEN 1 AND 12",
            name=op.f("ck_peristiwa_bulan"),
        ),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_peristiwa_impor_id_impor")),
        sa.ForeignKeyConstraint(
            ["keluarga_id"], ["keluarga.id"], name=op.f("fk_peristiwa_keluarga_id_keluarga")
        ),
        sa.ForeignKeyConstraint(
            ["membatalkan_id"], ["peristiwa.id"], name=op.f("fk_peristiwa_membatalkan_id_peristiwa")
        ),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_peristiwa_penduduk_id_penduduk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peristiwa")),
        sa.UniqueConstraint("membatalkan_id", name=op.f("uq_peristiwa_membatalkan_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("peristiwa", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_peristiwa_bulan"), ["bulan"], unique=False)
        batch_op.create_index(batch_op.f("ix_peristiwa_impor_id"), ["impor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_peristiwa_penduduk_id"), ["penduduk_id"], unique=False)

    op.create_table(
        "mutasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("peristiwa_id", sa.Integer(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=False),
        sa.Column("arah", sa.Integer(), nullable=False),
        sa.Column("alir", sa.Text(), nullable=False),
        sa.Column("tgl_buku", sa.Text(), nullable=False),
        sa.Column("bulan", sa.Integer(), nullable=False),
        sa.Column("dusun_id", sa.Integer(), nullable=False),
        sa.Column("keluarga_id", sa.Integer(), nullable=False),
        sa.Column("shdk", sa.Integer(), nullable=False),
        sa.Column("wn", sa.Text(), nullable=False),
        sa.Column("jk", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "alir IN ('awal', 'lahir', 'datang', 'mati', 'pindah', 'geser')", name=op.f("ck_mutasi_alir")
        ),
        sa.CheckConstraint("jk IN ('L', 'P')", name=op.f("ck_mutasi_jk")),
        sa.CheckConstraint("wn IN ('WNI', 'WNA')", name=op.f("ck_mutasi_wn")),
        sa.CheckConstraint("arah IN (-1, 1)", name=op.f("ck_mutasi_arah")),
        sa.ForeignKeyConstraint(["dusun_id"], ["dusun.id"], name=op.f("fk_mutasi_dusun_id_dusun")),
        sa.ForeignKeyConstraint(
            ["keluarga_id"], ["keluarga.id"], name=op.f("fk_mutasi_keluarga_id_keluarga")
        ),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_mutasi_penduduk_id_penduduk")
        ),
        sa.ForeignKeyConstraint(
            ["peristiwa_id"], ["peristiwa.id"], name=op.f("fk_mutasi_peristiwa_id_peristiwa")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mutasi")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("mutasi", schema=None) as batch_op:
        batch_op.create_index(
            "ix_mutasi_hitung", ["bulan", "dusun_id", "wn", "jk", "alir", "arah", "shdk"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_mutasi_penduduk_id"), ["penduduk_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mutasi_peristiwa_id"), ["peristiwa_id"], unique=False)

    op.create_table(
        "terlibat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("peristiwa_id", sa.Integer(), nullable=False),
        sa.Column("penduduk_id", sa.Integer(), nullable=True),
        sa.Column("keluarga_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("(penduduk_id IS NULL) <> (keluarga_id IS NULL)", name=op.f("ck_terlibat_satu")),
        sa.ForeignKeyConstraint(
            ["keluarga_id"], ["keluarga.id"], name=op.f("fk_terlibat_keluarga_id_keluarga")
        ),
        sa.ForeignKeyConstraint(
            ["penduduk_id"], ["penduduk.id"], name=op.f("fk_terlibat_penduduk_id_penduduk")
        ),
        sa.ForeignKeyConstraint(
            ["peristiwa_id"], ["peristiwa.id"], name=op.f("fk_terlibat_peristiwa_id_peristiwa")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terlibat")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("terlibat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_terlibat_keluarga_id"), ["keluarga_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_terlibat_penduduk_id"), ["penduduk_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_terlibat_peristiwa_id"), ["peristiwa_id"], unique=False)

    for tabel in ("audit", "peristiwa", "mutasi"):
        for tindakan in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {tabel}_tetap_{tindakan.lower()} BEFORE {tindakan} ON {tabel} "
                f"BEGIN SELECT RAISE(ABORT, '{tabel} hanya boleh ditambah'); END"
            )
