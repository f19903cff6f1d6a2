// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"
#include "shared/service/Sha256.h"
#include "testing/PowerCutFileSystem.h"

#include <fstream>

namespace congvu::core {

namespace {

class FileTest : public CoreTest {
protected:
    files::StoredFile store(FileService& service, std::string_view bytes) {
        const auto placed = service.place(bytes);
        return db->write([&](db::Tx& tx) { return service.record(tx, placed, "a.pdf", "application/pdf", {"incoming", "document", "d"}); });
    }
    static constexpr unsigned kCuts = 30;
    [[nodiscard]] std::filesystem::path newStoreFolder() const { return folder.path() / ("store-" + newId()); }
    void passADay() { clock.advance(std::chrono::hours{25}); }
};

}  // namespace

TEST_F(FileTest, ContentIsStoredUnderItsDigestAndComesBack) {
    const auto file = store(core->files, "nội dung");
    EXPECT_EQ(core->files.read(file), "nội dung");
    EXPECT_EQ(core->files.contentPath(file).filename(), Sha256::hexOf("nội dung"));
    const auto found = db->read([&](db::Reader& reader) { return core->files.find(reader, file.id); });
    EXPECT_EQ(found->sha256, file.sha256);
}

TEST_F(FileTest, AnUploadIsPlacedWithoutTakingItAway) {
    const auto path = folder.path() / "upload";
    std::ofstream(path) << "tải lên";
    const auto placed = core->files.place(files::UploadedFile{"file", "a.pdf", "application/pdf", Sha256::hexOf("tải lên"), 10, path});
    std::filesystem::remove(path);
    files::StoredFile file{"", "a.pdf", "application/pdf", placed.sha256, placed.sizeBytes};
    EXPECT_EQ(core->files.read(file), "tải lên");
}

TEST_F(FileTest, EqualContentIsStoredOnce) {
    EXPECT_EQ(core->files.contentPath(store(core->files, "giống")), core->files.contentPath(store(core->files, "giống")));
}

TEST_F(FileTest, AFileAboveTheLimitIsRefused) {
    core->settings.changeText({}, "core.file_megabytes", "1", "");
    EXPECT_EQ(errorOf([&] { core->files.place(std::string(1024 * 1024 + 1, 'x')); }), "core.file-too-large");
}

TEST_F(FileTest, APlacedFileSurvivesTheLossOfPower) {
    for (unsigned seed = 1; seed <= kCuts; ++seed) {
        testing::PowerCutFileSystem disk;
        FileService service(*db, disk, core->settings, clock, newStoreFolder());
        const auto file = store(service, "bền vững");
        disk.losePower(seed);
        EXPECT_EQ(service.read(file), "bền vững") << seed;
    }
}

TEST_F(FileTest, ContentThatIsUsedAgainSurvivesTheLossOfPower) {
    const auto digest = Sha256::hexOf("chung");
    for (unsigned seed = 1; seed <= kCuts; ++seed) {
        const auto root = newStoreFolder();
        const auto shelf = root / digest.substr(0, 2) / digest.substr(2, 2);
        testing::PowerCutFileSystem disk;
        FileService service(*db, disk, core->settings, clock, root);
        // Another run made folders and file and was killed before it synced their names.
        disk.createFolder(shelf.parent_path());
        disk.createFolder(shelf);
        disk.write(root / "tmp" / "other", "chung");
        disk.syncFile(root / "tmp" / "other");
        disk.rename(root / "tmp" / "other", shelf / digest);
        const auto file = store(service, "chung");
        disk.losePower(seed);
        EXPECT_EQ(service.read(file), "chung") << seed;
    }
}

/// Shows that the two tests above can fail.
TEST_F(FileTest, ADiskThatIgnoresSyncingLosesPlacedFiles) {
    unsigned lost = 0;
    for (unsigned seed = 1; seed <= kCuts; ++seed) {
        testing::PowerCutFileSystem disk{testing::SyncMode::ignored};
        FileService service(*db, disk, core->settings, clock, newStoreFolder());
        const auto file = store(service, "bền vững");
        disk.losePower(seed);
        lost += errorOf([&] { return service.read(file) == "bền vững" ? void() : throw AppError::notFound(); }) == "none" ? 0U : 1U;
    }
    EXPECT_GT(lost, kCuts / 2);
}

TEST_F(FileTest, OrphansGoAfterADayAndNamedFilesStay) {
    const auto kept = store(core->files, "có tên");
    const auto orphan = core->files.place("không tên");
    EXPECT_EQ(core->files.removeOrphans(), 0) << "it was placed just now";
    passADay();
    EXPECT_EQ(core->files.removeOrphans(), 1);
    EXPECT_EQ(core->files.read(kept), "có tên");
    EXPECT_EQ(errorOf([&] { core->files.contentPath({"", "", "", orphan.sha256, 0}); }), "not-found");
}

TEST_F(FileTest, AnOrphanThatIsPlacedAgainIsYoungAgain) {
    core->files.place("lại");
    passADay();
    const auto placed = core->files.place("lại");
    EXPECT_EQ(core->files.removeOrphans(), 0);
    EXPECT_EQ(core->files.read({"", "", "", placed.sha256, placed.sizeBytes}), "lại");
}

TEST_F(FileTest, AForgottenFileIsGoneAndItsContentGoesAfterADay) {
    const auto file = store(core->files, "bỏ đi");
    const auto path = core->files.contentPath(file);
    db->write([&](db::Tx& tx) { core->files.forget(tx, file.id); });
    EXPECT_FALSE(db->read([&](db::Reader& reader) { return core->files.find(reader, file.id); }));
    EXPECT_EQ(core->files.removeOrphans(), 0) << "it was placed just now";
    passADay();
    EXPECT_EQ(core->files.removeOrphans(), 1);
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(FileTest, ContentThatAnotherRowNamesStaysWhenOneIsForgotten) {
    const auto first = store(core->files, "chung");
    const auto second = store(core->files, "chung");
    db->write([&](db::Tx& tx) { core->files.forget(tx, first.id); });
    passADay();
    EXPECT_EQ(core->files.removeOrphans(), 0);
    EXPECT_EQ(core->files.read(second), "chung");
}

TEST_F(FileTest, LeftOverTemporaryFilesGoAfterADay) {
    const auto path = folder.path() / "files" / "tmp" / "left-over";
    std::ofstream(path) << "nửa chừng";
    core->fileSystem.setTime(path, clock.now());
    passADay();
    EXPECT_EQ(core->files.removeOrphans(), 1);
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace congvu::core
