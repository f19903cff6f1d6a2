// SPDX-License-Identifier: Apache-2.0
#include "RecordsFixture.h"

#include "RecordsPlugin.h"
#include "congvu/ids/Id.h"

#include <cairo-pdf.h>

namespace congvu::records {

using testing::TestResponse;

namespace {

template <class Port>
class FakePort : public Port {
public:
    explicit FakePort(std::shared_ptr<FakeDocuments> documents) : documents_(std::move(documents)) {}
    std::vector<std::string> visible(db::Reader&, const http::Caller& caller, const std::vector<std::string>& ids) override {
        return documents_->visible(caller, ids);
    }
    std::optional<ports::DocumentRecord> find(db::Reader&, const http::Caller& caller, std::string_view id) override {
        return documents_->find(caller, id);
    }

private:
    std::shared_ptr<FakeDocuments> documents_;
};

}  // namespace

std::vector<std::string> FakeDocuments::visible(const http::Caller& caller, const std::vector<std::string>& ids) const {
    std::vector<std::string> found;
    for (const auto& id : ids) {
        if (find(caller, id)) {
            found.push_back(id);
        }
    }
    return found;
}

std::optional<ports::DocumentRecord> FakeDocuments::find(const http::Caller& caller, std::string_view id) const {
    const auto found = documents.find(std::string{id});
    if (found == documents.end() || found->second.hiddenFrom.contains(caller.postId)) {
        return std::nullopt;
    }
    return found->second.record;
}

RecordsFixture::RecordsFixture()
    : harness_(CONGVU_PLUGIN_FOLDER, std::make_unique<RecordsPlugin>()),
      documents_(std::make_shared<FakeDocuments>()),
      clerk_(harness_.as("clerk", "xa-a")),
      chair_(harness_.as("chair", "xa-a")),
      officeHead_(harness_.as("office-head", "vp-a")),
      head_(harness_.as("head", "kt-a")),
      handler_(harness_.as("handler", "kt-a")),
      otherHandler_(harness_.as("handler", "vh-a")) {
    harness_.providePort<ports::IncomingRecords>(std::make_shared<FakePort<ports::IncomingRecords>>(documents_));
    harness_.providePort<ports::OutgoingRecords>(std::make_shared<FakePort<ports::OutgoingRecords>>(documents_));
}

RecordsFixture::~RecordsFixture() = default;

std::string RecordsFixture::pdf(const std::string& text, int pages) {
    std::string bytes;
    const auto append = [](void* closure, const unsigned char* data, unsigned int length) {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    };
    auto* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 595, 842);
    auto* cairo = cairo_create(surface);
    for (int page = 0; page < pages; ++page) {
        cairo_move_to(cairo, 100, 100);
        cairo_set_font_size(cairo, 20);
        cairo_show_text(cairo, text.c_str());
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return bytes;
}

files::StoredFile RecordsFixture::stored(const std::string& name, const std::string& mediaType, const std::string& bytes) {
    auto& files = harness_.context().files();
    const auto placed = files.place(bytes);
    return harness_.context().db().write([&](db::Tx& tx) {
        return files.record(tx, placed, name, mediaType, {"records", "test", newId()});
    });
}

std::string RecordsFixture::incomingDocument(const std::string& symbol, const std::string& subject, const std::string& day, int pages) {
    ports::DocumentRecord record;
    record.entity = {"incoming", "document", newId()};
    record.direction = ports::DocumentDirection::incoming;
    record.typeName = "Công văn";
    record.codeNumber = symbol.substr(0, symbol.find('/'));
    record.codeNotation = symbol.substr(symbol.find('/') + 1);
    record.numberAndSymbol = symbol;
    record.issuedDate = Date::parse(day);
    record.organName = "Ủy ban nhân dân tỉnh Ví Dụ";
    record.subject = subject;
    record.pageAmount = pages;
    record.signerPosition = "Phó Chủ tịch";
    record.signerName = "Trần Thị Bình";
    record.urgency = "urgent";
    record.arrivalDate = Date::parse(day);
    record.arrivalNumber = 27;
    record.toPlaces = "Phòng Kinh tế";
    record.trace = "02/03/2026 Nguyễn Văn An: Giao phòng Kinh tế tham mưu";
    record.link = "/incoming/documents/" + record.entity.id;
    record.isFinal = true;
    record.files.push_back({stored(symbol + ".pdf", "application/pdf", pdf(symbol, pages)), true});
    const auto id = record.entity.id;
    documents_->documents[id] = {record, {}};
    return id;
}

std::string RecordsFixture::outgoingDocument(const std::string& number, const std::string& subject, const std::string& day) {
    const auto id = incomingDocument(number + "/UBND-KT", subject, day);
    auto& made = record(id);
    made.entity.plugin = "outgoing";
    made.direction = ports::DocumentDirection::outgoing;
    made.arrivalDate.reset();
    made.arrivalNumber = 0;
    made.organName = "Ủy ban nhân dân xã A";
    made.recipients = {{"H99.01", "Ủy ban nhân dân tỉnh Ví Dụ"}, {"", "Lưu VT"}};
    made.issuedAmount = 2;
    made.link = "/outgoing/documents/" + id;
    return id;
}

std::string RecordsFixture::dossier(const std::string& title, const std::string& extra) {
    const auto made =
        post(handler_, "/dossiers", R"({"title":")" + title + R"(","retention":"10 năm","startedOn":"2026-01-05")" + extra + '}');
    EXPECT_EQ(made.status, 201) << made.body;
    return made.at("id");
}

TestResponse RecordsFixture::put(const http::Caller& caller, const std::string& dossierId, const std::string& documentId,
                                 const std::string& plugin) {
    return post(caller, "/dossiers/" + dossierId + "/documents",
                R"({"plugin":")" + plugin + R"(","type":"document","id":")" + documentId + R"("})");
}

TestResponse RecordsFixture::close(const http::Caller& caller, const std::string& dossierId, const std::string& extra) {
    return post(caller, "/dossiers/" + dossierId + "/closing", R"({"endedOn":"2026-03-01")" + extra + '}');
}

std::vector<std::string> RecordsFixture::ids(const http::Caller& caller, const std::string& path) {
    const auto response = get(caller, path);
    EXPECT_EQ(response.status, 200) << response.body;
    const auto document = json::Document::parse(response.body);
    const auto items = document.root().member("items").value();
    std::vector<std::string> found;
    for (std::size_t index = 0; index < items.size(); ++index) {
        found.emplace_back(items.element(index).member("id").value().string());
    }
    return found;
}

}  // namespace congvu::records
