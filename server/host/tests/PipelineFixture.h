// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Pipeline.h"
#include "messages/MessageCatalogue.h"
#include "testing/TemporaryFolder.h"
#include "testing/VirtualClock.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace congvu::host {

/// A log that keeps its lines.
class KeptLog final : public Log {
public:
    void info(std::string_view id, const Fields& fields) override { keep(id, fields); }
    void warn(std::string_view id, const Fields& fields) override { keep(id, fields); }
    void error(std::string_view id, const Fields& fields) override { keep(id, fields); }
    [[nodiscard]] int count(std::string_view id) {
        const std::lock_guard lock(mutex_);
        return static_cast<int>(std::count(ids_.begin(), ids_.end(), id));
    }

private:
    void keep(std::string_view id, const Fields&) {
        const std::lock_guard lock(mutex_);
        ids_.emplace_back(id);
    }
    std::mutex mutex_;
    std::vector<std::string> ids_;
};

/// Knows the tokens that a test has given out.
class FakeAuthenticator final : public ports::Authenticator {
public:
    std::optional<ports::AuthenticatedSession> authenticate(std::string_view token) override {
        const auto found = sessions.find(token);
        return found == sessions.end() ? std::nullopt : std::optional{found->second};
    }
    std::map<std::string, ports::AuthenticatedSession, std::less<>> sessions;
};

/// Every plugin is on everywhere but where a test has turned it off.
class FakeDirectory final : public directory::Directory {
public:
    std::optional<directory::UnitInfo> unit(std::string_view) const override { return std::nullopt; }
    std::optional<directory::PostInfo> post(std::string_view) const override { return std::nullopt; }
    std::vector<directory::PostInfo> postsOfUnit(std::string_view, std::string_view) const override { return {}; }
    std::vector<directory::PostInfo> postsOfAgency(std::string_view, std::string_view) const override { return {}; }
    std::optional<directory::UnitInfo> agencyByOrganId(std::string_view) const override { return std::nullopt; }
    std::vector<std::string> subtree(std::string_view) const override { return {}; }
    bool isInSubtree(std::string_view, std::string_view) const override { return false; }
    bool isPluginOn(std::string_view plugin, std::string_view unit) const override {
        return !off.contains(std::string{plugin} + '@' + std::string{unit});
    }
    bool isPluginOnForEveryone(std::string_view plugin) const override { return isPluginOn(plugin, "root"); }
    std::set<std::string> off;
};

/// Files of one folder, named by their content hash.
class FakeFiles final : public files::FileStore {
public:
    explicit FakeFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}
    files::PlacedContent place(const files::UploadedFile& upload) override { return {upload.sha256, upload.sizeBytes}; }
    files::PlacedContent place(std::string_view) override { return {}; }
    files::StoredFile record(db::Tx&, const files::PlacedContent&, std::string, std::string, const EntityRef&) override { return {}; }
    std::optional<files::StoredFile> find(db::Reader&, std::string_view) override { return std::nullopt; }
    std::filesystem::path contentPath(const files::StoredFile& file) override { return folder_ / file.sha256; }
    std::string read(const files::StoredFile&) override { return {}; }
    void forget(db::Tx&, std::string_view) override {}

private:
    std::filesystem::path folder_;
};

class FakeTx final : public db::Tx {
public:
    void query(std::string_view, const db::Params&, const OnRow&) override {}
    std::int64_t execute(std::string_view, const db::Params&) override { return 0; }
    void afterCommit(std::function<void()> action) override { action(); }
};

/// Runs closures at once, with nothing behind them.
class FakeDb final : public db::Db {
public:
    void readWith(const std::function<void(db::Reader&)>& work) override {
        FakeTx tx;
        work(tx);
    }
    void writeWith(const std::function<void(db::Tx&)>& work) override {
        FakeTx tx;
        work(tx);
    }
};

class KeptAudit final : public audit::Audit {
public:
    void record(db::Tx&, const http::Caller& actor, std::string_view act, const EntityRef& entity, std::string) override {
        const std::lock_guard lock(mutex_);
        rows.push_back(actor.postId + ' ' + std::string{act} + ' ' + entity.plugin + '/' + entity.type + '/' + entity.id);
    }
    std::vector<std::string> rows;

private:
    std::mutex mutex_;
};

/// A pipeline with one plugin "demo", the caller "an" (permission demo.read, token "token-an", CSRF token "csrf-an") and fakes around.
class PipelineFixture : public ::testing::Test {
protected:
    PipelineFixture() {
        catalogue.load(std::filesystem::path{CONGVU_SOURCE_FOLDER} / "server/host/locale", {});
        ports::AuthenticatedSession session;
        session.caller.personId = "person-an";
        session.caller.postId = "post-an";
        session.caller.unitId = "unit-a";
        session.caller.sessionId = "session-an";
        session.caller.permissions = {"demo.read"};
        session.csrfToken = "csrf-an";
        authenticator.sessions["token-an"] = session;
    }

    void add(http::Route route) { router.add("demo", "/api/v1/demo", std::move(route)); }
    static http::Handler says(const std::string& text) {
        return [text](const http::Request&) { return http::Response::text(text, "text/plain"); };
    }

    static IncomingRequest request(http::Method method, const std::string& path, const std::string& token = "token-an") {
        IncomingRequest made;
        made.method = method;
        const auto question = path.find('?');
        made.path = path.substr(0, question);
        made.query = question == std::string::npos ? "" : path.substr(question + 1);
        made.clientAddress = "192.0.2.7";
        made.headers.add("Host", "congvu.example");
        if (!token.empty()) {
            made.headers.add("Cookie", "theme=dark; congvu_session=" + token);
        }
        return made;
    }
    static IncomingRequest withBody(IncomingRequest request, const std::string& body, const std::string& type = "application/json") {
        request.headers.add("Content-Type", type);
        request.headers.add("Content-Length", std::to_string(body.size()));
        request.body = body;
        return request;
    }
    static IncomingRequest withCsrf(IncomingRequest request, const std::string& token = "csrf-an") {
        request.headers.add("X-CSRF-Token", token);
        return request;
    }

    congvu::testing::TemporaryFolder folder;
    congvu::testing::VirtualClock clock;
    KeptLog log;
    Router router;
    FakeAuthenticator authenticator;
    FakeDirectory directory;
    MessageCatalogue catalogue;
    FakeDb db;
    FakeFiles files{folder.path()};
    KeptAudit audit;
    FileDelivery delivery{db, files, audit, clock};
    AddressLimiter limiter{clock};
    Pipeline pipeline{PipelineParts{router, authenticator, directory, catalogue, delivery, log, folder.path(),
                                    [](const IncomingRequest& asked) {
                                        OutgoingResponse file;
                                        file.body = "file " + asked.path;
                                        return file;
                                    },
                                    nullptr, &limiter}};
};

}  // namespace congvu::host
