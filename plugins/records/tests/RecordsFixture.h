// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Value.h"
#include "congvu/ports/DocumentRecords.h"
#include "congvu/testing/PluginHarness.h"

#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace congvu::records {

/// Documents of another plugin, with the posts that may see each.
struct FakeDocuments {
    struct Document {
        ports::DocumentRecord record;
        std::set<std::string> hiddenFrom;  ///< posts
    };
    std::map<std::string, Document> documents;

    std::vector<std::string> visible(const http::Caller& caller, const std::vector<std::string>& ids) const;
    std::optional<ports::DocumentRecord> find(const http::Caller& caller, std::string_view id) const;
};

/// The plugin in the small province of the harness, with documents that incoming and outgoing would answer for.
class RecordsFixture : public ::testing::Test {
protected:
    RecordsFixture();
    ~RecordsFixture() override;

    /// A PDF of so many pages that says `text` on each.
    static std::string pdf(const std::string& text, int pages = 1);
    /// An incoming document with one main PDF; answers its id.
    std::string incomingDocument(const std::string& symbol, const std::string& subject, const std::string& day, int pages = 1);
    std::string outgoingDocument(const std::string& number, const std::string& subject, const std::string& day);
    ports::DocumentRecord& record(const std::string& id) { return (*documents_).documents.at(id).record; }
    void hide(const std::string& id, const http::Caller& from) { (*documents_).documents.at(id).hiddenFrom.insert(from.postId); }
    files::StoredFile stored(const std::string& name, const std::string& mediaType, const std::string& bytes);

    /// A dossier that the handler of the economy division keeps.
    std::string dossier(const std::string& title = "Hồ sơ chuyển đổi số", const std::string& extra = "");
    testing::TestResponse put(const http::Caller& caller, const std::string& dossierId, const std::string& documentId,
                              const std::string& plugin = "incoming");
    testing::TestResponse close(const http::Caller& caller, const std::string& dossierId, const std::string& extra = "");
    testing::TestResponse post(const http::Caller& caller, const std::string& path, const std::string& json) {
        return harness_.post(caller, "/api/v1/records" + path, json);
    }
    testing::TestResponse get(const http::Caller& caller, const std::string& path) {
        return harness_.get(caller, "/api/v1/records" + path);
    }
    /// Ids of a list, in its order.
    std::vector<std::string> ids(const http::Caller& caller, const std::string& path);

    testing::PluginHarness harness_;
    std::shared_ptr<FakeDocuments> documents_;
    http::Caller clerk_;
    http::Caller chair_;
    http::Caller officeHead_;
    http::Caller head_;
    http::Caller handler_;
    http::Caller otherHandler_;  ///< of the culture division
};

}  // namespace congvu::records
