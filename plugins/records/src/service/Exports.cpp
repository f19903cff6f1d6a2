// SPDX-License-Identifier: Apache-2.0
#include "service/Exports.h"

#include "congvu/error/AppError.h"
#include "congvu/files/UploadedFile.h"
#include "congvu/json/Encode.h"
#include "service/Checksum.h"

#include <algorithm>

namespace congvu::records {

namespace {

constexpr std::chrono::minutes kSilence{10};  ///< after which a maker is taken for dead
constexpr std::int64_t kMostFiles = 5'000;
constexpr std::int64_t kProgressSteps = 50;

/// A folder that is gone afterwards.
class WorkFolder {
public:
    explicit WorkFolder(std::filesystem::path path) : path_(std::move(path)) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct ClearFlag {
    std::atomic_flag& flag;
    ~ClearFlag() { flag.clear(); }
};

void checkSizes(const BundleSource& source) {
    std::int64_t bytes = 0;
    std::int64_t files = 0;
    for (const auto& record : source.records) {
        for (const auto& file : record.files) {
            bytes += file.stored.sizeBytes;
            ++files;
        }
    }
    if (bytes > Exports::kMostBytes || files > kMostFiles) {
        throw CannotBind("records.export-too-large", "");
    }
}

}  // namespace

std::string Exports::request(const http::Caller& caller, std::string_view dossierId, const NewExport& input) {
    Export asked;
    asked.id = newId();
    asked.dossierId = dossierId;
    asked.agencyId = caller.agencyId;
    asked.postId = caller.postId;
    asked.kind = input.kind;
    asked.createdAt = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        static_cast<void>(work_.visible(tx, caller, dossierId));
        if (exports_.openOf(tx, caller.postId) >= kMostOpenOfPost) {
            throw AppError(ErrorKind::tooMany, "records.export-too-many");
        }
        exports_.insert(tx, asked);
        note(services_, tx, caller, dossierRef(asked.dossierId), "exported", {},
             R"({"kind":")" + std::string{json::nameOf(asked.kind)} + R"("})");
    });
    try {
        services_.jobs.runSoon([this] { makeWaiting(); });
    } catch (const AppError&) {
        // The pool is busy now; the job "exports" takes it up within a minute.
        services_.log.info("records.export-queued", {{"export", asked.id}});
    }
    return asked.id;
}

std::vector<Export> Exports::ofDossier(const http::Caller& caller, std::string_view dossierId) const {
    return services_.db.read([&](db::Reader& reader) {
        static_cast<void>(work_.visible(reader, caller, dossierId));
        return exports_.ofDossier(reader, dossierId, caller.postId);
    });
}

Export Exports::find(const http::Caller& caller, std::string_view id) const {
    return services_.db.read([&](db::Reader& reader) {
        auto found = exports_.find(reader, id, caller.postId);
        if (!found) {
            throw AppError::notFound();
        }
        static_cast<void>(work_.visible(reader, caller, found->dossierId));
        return std::move(*found);
    });
}

files::StoredFile Exports::file(const http::Caller& caller, std::string_view id) const {
    const auto found = find(caller, id);
    return services_.db.read([&](db::Reader& reader) {
        auto file = found.fileId ? services_.files.find(reader, *found.fileId) : std::nullopt;
        if (!file) {
            throw AppError::notFound();
        }
        return std::move(*file);
    });
}

http::Caller Exports::asPost(std::string_view postId, std::string_view agencyId) const {
    const auto post = services_.directory.post(postId);
    if (!post || !post->isActive || post->agencyId != agencyId) {
        throw CannotBind("records.export-no-post", "");
    }
    http::Caller caller;
    caller.personId = post->personId;
    caller.personName = post->personName;
    caller.postId = post->id;
    caller.postTitle = post->title;
    caller.unitId = post->unitId;
    caller.unitName = post->unitName;
    caller.agencyId = post->agencyId;
    caller.permissions = post->permissions;
    return caller;
}

Letterhead Exports::letterheadOf(const http::Caller& caller) const {
    const auto agency = services_.directory.unit(caller.agencyId);
    Letterhead head;
    head.today = services_.clock.today();
    if (agency) {
        head.superior = agency->parentAgencyName;
        head.issuer = agency->name;
        head.place = agency->place;
    }
    return head;
}

BundleSource Exports::sourceOf(db::Reader& reader, const http::Caller& caller, std::string_view dossierId) const {
    BundleSource source;
    source.dossier = work_.visible(reader, caller, dossierId);
    source.head = letterheadOf(caller);
    const auto agency = services_.directory.unit(source.dossier.agencyId);
    source.organId = agency ? agency->organId : std::string{};
    for (const auto& item : work_.items.all(reader, dossierId)) {
        auto record = owners_.find(reader, caller, item.entity);
        // A dossier is exported whole or not at all: nobody may take a part of it for the whole.
        if (!record) {
            throw CannotBind("records.export-hidden", "");
        }
        source.items.push_back(viewOf(item, static_cast<std::int64_t>(source.items.size()) + 1, true));
        source.records.push_back(std::move(*record));
    }
    if (source.items.empty()) {
        throw CannotBind("records.export-empty", "");
    }
    checkSizes(source);
    return source;
}

void Exports::keep(Export& made, const BundleSource& source, const std::filesystem::path& file) const {
    const bool isPdf = made.kind == ExportKind::pdf;
    files::UploadedFile result;
    result.path = file;
    result.sha256 = sha256OfFile(file);
    result.sizeBytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
    const auto placed = services_.files.place(result);
    auto name = "ho-so-" + std::to_string(source.dossier.year) + '-' + source.dossier.notation + (isPdf ? ".pdf" : ".zip");
    std::replace(name.begin(), name.end(), '/', '-');
    services_.db.write([&](db::Tx& tx) {
        const auto stored =
            services_.files.record(tx, placed, name, isPdf ? "application/pdf" : "application/zip", {"records", "export", made.id});
        made.state = ExportState::done;
        made.fileId = stored.id;
        exports_.finish(tx, made, services_.clock.now());
        services_.notifications.invalidate(tx, {made.postId}, {"records/exports/" + made.dossierId});
    });
}

void Exports::make(Export& made) const {
    if (made.attempts > kMostAttempts) {
        // It ended the server each time.
        throw CannotBind("records.export-failed", "");
    }
    const auto caller = asPost(made.postId, made.agencyId);
    const auto source = services_.db.read([&](db::Reader& reader) { return sourceOf(reader, caller, made.dossierId); });
    const WorkFolder folder{services_.dataFolder / "exports" / made.id};
    const auto progress = [&](std::int64_t done, std::int64_t total) {
        if (done == total || done % std::max<std::int64_t>(1, total / kProgressSteps) == 0) {
            services_.db.write([&](db::Tx& tx) { exports_.progress(tx, made.id, done, total, services_.clock.now()); });
        }
    };
    DossierBundle bundle{services_.files, folder.path(), progress};
    keep(made, source, made.kind == ExportKind::pdf ? bundle.pdf(source) : bundle.package(source));
}

void Exports::makeWaiting() {
    if (isMaking_.test_and_set()) {
        return;
    }
    const ClearFlag clear{isMaking_};
    const auto next = [&] {
        return services_.db.write([&](db::Tx& tx) { return exports_.take(tx, services_.clock.now() - kSilence, services_.clock.now()); });
    };
    for (auto made = next(); made; made = next()) {
        made->state = ExportState::failed;
        try {
            make(*made);
            continue;
        } catch (const CannotBind& refused) {
            made->problem = refused.code();
            made->problemName = refused.part();
        } catch (const AppError& refused) {
            made->problem = refused.kind() == ErrorKind::tooLarge ? "records.export-too-large" : "records.export-hidden";
        } catch (const std::exception& failure) {
            services_.log.error("records.export-failed", {{"export", made->id}, {"reason", failure.what()}});
            made->problem = "records.export-failed";
            made->state = made->attempts < kMostAttempts ? ExportState::waiting : ExportState::failed;
        }
        services_.db.write([&](db::Tx& tx) {
            exports_.finish(tx, *made, services_.clock.now());
            services_.notifications.invalidate(tx, {made->postId}, {"records/exports/" + made->dossierId});
        });
    }
}

void Exports::clearOld() const {
    const auto days = std::chrono::days{services_.settings.number("records.export_days")};
    const auto old = services_.db.read([&](db::Reader& reader) { return exports_.endedBefore(reader, services_.clock.now() - days); });
    for (const auto& made : old) {
        services_.db.write([&](db::Tx& tx) {
            if (made.fileId) {
                services_.files.forget(tx, *made.fileId);
            }
            exports_.remove(tx, made.id);
        });
    }
}

}  // namespace congvu::records
