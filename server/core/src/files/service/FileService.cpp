// SPDX-License-Identifier: Apache-2.0
#include "files/service/FileService.h"

#include "shared/service/Sha256.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <mutex>
#include <stdexcept>

namespace congvu::core {

namespace {

constexpr std::int64_t kMegabyte = 1024 * 1024;
constexpr std::int64_t kLargestReadAtOnce = 64 * kMegabyte;
constexpr std::chrono::hours kOrphanAge{24};
constexpr std::size_t kCheckedAtOnce = 200;

bool isDigest(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

FileService::FileService(db::Db& db, FileSystem& system, const settings::Settings& settings, const Clock& clock,
                         std::filesystem::path folder)
    : db_(db), system_(system), settings_(settings), clock_(clock), folder_(std::move(folder)), temporaryFolder_(folder_ / "tmp") {
    makeDurably(folder_);
    makeDurably(temporaryFolder_);
}

void FileService::checkSize(std::int64_t sizeBytes) const {
    const auto megabytes = std::max<std::int64_t>(1, settings_.number("core.file_megabytes"));
    if (sizeBytes > megabytes * kMegabyte) {
        throw AppError(ErrorKind::tooLarge, "core.file-too-large", {{"limit", std::to_string(megabytes)}});
    }
}

FileService::Path FileService::pathOf(std::string_view sha256) const {
    if (!isDigest(sha256)) {
        throw std::logic_error("not a SHA-256 in lower-case hex");
    }
    return folder_ / sha256.substr(0, 2) / sha256.substr(2, 2) / sha256;
}

void FileService::makeDurably(const Path& folder) {
    system_.createFolder(folder);
    // Also when it is there already: the run that made it may have been killed before it synced the name.
    system_.syncFolder(folder.parent_path());
}

void FileService::makeShelf(std::string_view sha256) {
    constexpr int kHexadecimal = 16;
    const auto shelf = std::stoul(std::string{sha256.substr(0, 4)}, nullptr, kHexadecimal);
    const std::lock_guard lock(shelving_);
    if (durableShelves_[shelf]) {
        return;
    }
    const auto folder = pathOf(sha256).parent_path();
    makeDurably(folder.parent_path());
    makeDurably(folder);
    durableShelves_.set(shelf);
}

bool FileService::useAgain(const Path& target) {
    if (!system_.exists(target)) {
        return false;
    }
    // Whoever placed it may not have synced the folder yet, and an orphan becomes young again.
    system_.setTime(target, clock_.now());
    system_.syncFolder(target.parent_path());
    return true;
}

template <class Fill>
void FileService::placeAt(std::string_view sha256, Fill fill) {
    const auto target = pathOf(sha256);
    const std::shared_lock lock(cleaning_);
    makeShelf(sha256);
    if (useAgain(target)) {
        return;
    }
    const auto temporary = temporaryFolder_ / newId();
    fill(temporary);
    system_.syncFile(temporary);
    system_.setTime(temporary, clock_.now());
    system_.rename(temporary, target);
    system_.syncFolder(target.parent_path());
}

files::PlacedContent FileService::place(const files::UploadedFile& upload) {
    checkSize(upload.sizeBytes);
    placeAt(upload.sha256, [&](const Path& temporary) { system_.linkOrCopy(upload.path, temporary); });
    return {upload.sha256, upload.sizeBytes};
}

files::PlacedContent FileService::place(std::string_view bytes) {
    checkSize(static_cast<std::int64_t>(bytes.size()));
    const auto sha256 = Sha256::hexOf(bytes);
    placeAt(sha256, [&](const Path& temporary) { system_.write(temporary, bytes); });
    return {sha256, static_cast<std::int64_t>(bytes.size())};
}

files::StoredFile FileService::record(db::Tx& tx, const files::PlacedContent& content, std::string name, std::string mediaType,
                                      const EntityRef& owner) {
    if (!isDigest(content.sha256)) {
        throw std::logic_error("not a SHA-256 in lower-case hex");
    }
    files::StoredFile file{newId(), std::move(name), std::move(mediaType), content.sha256, content.sizeBytes};
    repository_.insert(tx, file, owner, clock_.now());
    return file;
}

std::optional<files::StoredFile> FileService::find(db::Reader& reader, std::string_view id) {
    return repository_.find(reader, id);
}

std::filesystem::path FileService::contentPath(const files::StoredFile& file) {
    auto path = pathOf(file.sha256);
    if (!system_.exists(path)) {
        throw AppError::notFound();
    }
    return path;
}

std::string FileService::read(const files::StoredFile& file) {
    if (file.sizeBytes > kLargestReadAtOnce) {
        throw AppError(ErrorKind::tooLarge, "core.file-too-large", {{"limit", std::to_string(kLargestReadAtOnce / kMegabyte)}});
    }
    return system_.read(contentPath(file));
}

void FileService::forget(db::Tx& tx, std::string_view id) {
    repository_.remove(tx, id);
}

std::vector<FileService::Path> FileService::oldFiles(const Path& folder, Timestamp before) const {
    auto paths = system_.files(folder);
    std::erase_if(paths, [&](const Path& path) { return system_.time(path).value_or(before) >= before; });
    return paths;
}

int FileService::removeOrphans() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const Timestamp before = clock_.now() - kOrphanAge;
    int removed = removeOrphansIn(temporaryFolder_, before);
    // One of the 256 folders after the other, so that the list of a large store is never in memory.
    for (const char first : kDigits) {
        for (const char second : kDigits) {
            removed += removeOrphansIn(folder_ / std::string{first, second}, before);
        }
    }
    return removed;
}

int FileService::removeOrphansIn(const Path& folder, Timestamp before) {
    const auto candidates = oldFiles(folder, before);
    int removed = 0;
    for (std::size_t start = 0; start < candidates.size(); start += kCheckedAtOnce) {
        const auto first = candidates.begin() + static_cast<std::ptrdiff_t>(start);
        const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(candidates.size(), start + kCheckedAtOnce));
        removed += removeUnnamed({first, last}, before);
    }
    return removed;
}

int FileService::removeUnnamed(const std::vector<Path>& candidates, Timestamp before) {
    const std::unique_lock lock(cleaning_);
    std::vector<std::string> digests;
    digests.reserve(candidates.size());
    for (const auto& path : candidates) {
        digests.push_back(path.filename().string());
    }
    const auto named = db_.read([&](db::Reader& reader) { return repository_.named(reader, digests); });
    int removed = 0;
    for (const auto& path : candidates) {
        const bool isStillOld = system_.time(path).value_or(before) < before;
        if (isStillOld && !named.contains(path.filename().string())) {
            system_.remove(path);
            ++removed;
        }
    }
    return removed;
}

}  // namespace congvu::core
