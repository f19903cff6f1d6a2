// SPDX-License-Identifier: Apache-2.0
#include "CoreFixture.h"
#include "shared/service/Sha256.h"

#include <fstream>
#include <map>

namespace congvu::core {

namespace {

/// A disk that loses what was not synced: content of files, and names in folders.
class LossyFileSystem final : public FileSystem {
public:
    [[nodiscard]] bool exists(const Path& path) const override { return names_.contains(path); }
    void createFolders(const Path&) override {}
    void write(const Path& path, std::string_view bytes) override { put(path, std::string{bytes}, false); }
    void linkOrCopy(const Path& from, const Path& to) override {
        std::ifstream in(from, std::ios::binary);
        put(to, {std::istreambuf_iterator<char>(in), {}}, false);
    }
    void syncFile(const Path& path) override { names_.at(path).isContentSynced = true; }
    void rename(const Path& from, const Path& to) override {
        auto node = names_.extract(from);
        node.key() = to;
        node.mapped().isNameSynced = false;
        names_.insert(std::move(node));
    }
    void syncFolder(const Path& folder) override {
        for (auto& [path, file] : names_) {
            file.isNameSynced = file.isNameSynced || path.parent_path() == folder;
        }
    }
    void remove(const Path& path) override { names_.erase(path); }
    [[nodiscard]] std::string read(const Path& path) const override { return names_.at(path).bytes; }
    [[nodiscard]] std::vector<Path> files(const Path& folder) const override {
        std::vector<Path> paths;
        for (const auto& [path, file] : names_) {
            if (path.string().starts_with(folder.string() + "/")) {
                paths.push_back(path);
            }
        }
        return paths;
    }
    [[nodiscard]] std::optional<Timestamp> time(const Path& path) const override {
        const auto found = names_.find(path);
        return found == names_.end() ? std::nullopt : std::optional{found->second.at};
    }
    void setTime(const Path& path, Timestamp at) override { names_.at(path).at = at; }

    void losePower() {
        std::erase_if(names_, [](const auto& entry) { return !entry.second.isNameSynced; });
        for (auto& [path, file] : names_) {
            file.bytes = file.isContentSynced ? file.bytes : std::string{};
        }
    }

private:
    struct File {
        std::string bytes;
        bool isContentSynced = false;
        bool isNameSynced = false;
        Timestamp at;
    };
    void put(const Path& path, std::string bytes, bool isSynced) { names_[path] = {std::move(bytes), isSynced, false, {}}; }
    std::map<Path, File> names_;
};

class FileTest : public CoreTest {
protected:
    files::StoredFile store(FileService& service, std::string_view bytes) {
        const auto placed = service.place(bytes);
        return db->write([&](db::Tx& tx) { return service.record(tx, placed, "a.pdf", "application/pdf", {"incoming", "document", "d"}); });
    }
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
    LossyFileSystem disk;
    FileService service(*db, disk, core->settings, clock, "/files");
    const auto file = store(service, "bền vững");
    disk.losePower();
    EXPECT_EQ(service.read(file), "bền vững");
}

TEST_F(FileTest, ContentThatIsUsedAgainSurvivesTheLossOfPower) {
    LossyFileSystem disk;
    FileService service(*db, disk, core->settings, clock, "/files");
    const auto digest = Sha256::hexOf("chung");
    const auto target = std::filesystem::path{"/files"} / digest.substr(0, 2) / digest.substr(2, 2) / digest;
    disk.write("/files/tmp/other", "chung");  // another thread has renamed it and not synced the folder yet
    disk.syncFile("/files/tmp/other");
    disk.rename("/files/tmp/other", target);
    const auto file = store(service, "chung");
    disk.losePower();
    EXPECT_EQ(service.read(file), "chung");
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

TEST_F(FileTest, LeftOverTemporaryFilesGoAfterADay) {
    const auto path = folder.path() / "files" / "tmp" / "left-over";
    std::ofstream(path) << "nửa chừng";
    core->fileSystem.setTime(path, clock.now());
    passADay();
    EXPECT_EQ(core->files.removeOrphans(), 1);
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace congvu::core
