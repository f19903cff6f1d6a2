// SPDX-License-Identifier: Apache-2.0
#include "RecordsFixture.h"

#include "congvu/process/LimitedProcess.h"
#include "service/Checksum.h"
#include "service/DossierBundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/xmlschemas.h>
#include <fstream>
#include <sstream>

namespace congvu::records {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::map<std::string, std::string> unpacked(const std::string& zip) {
    std::map<std::string, std::string> files;
    auto* reader = archive_read_new();
    archive_read_support_format_zip(reader);
    EXPECT_EQ(archive_read_open_memory(reader, zip.data(), zip.size()), ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
        std::string bytes(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
        EXPECT_EQ(archive_read_data(reader, bytes.data(), bytes.size()), static_cast<la_ssize_t>(bytes.size()));
        files[archive_entry_pathname_utf8(entry)] = bytes;
    }
    archive_read_free(reader);
    return files;
}

bool isValidPackage(const std::string& xml) {
    const std::string schemaFile = std::string{CONGVU_PLUGIN_FOLDER} + "/../../docs/dossier-package.xsd";
    auto* parser = xmlSchemaNewParserCtxt(schemaFile.c_str());
    auto* schema = xmlSchemaParse(parser);
    auto* document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "ho-so.xml", nullptr, XML_PARSE_NONET);
    auto* validator = xmlSchemaNewValidCtxt(schema);
    const bool isValid = schema != nullptr && document != nullptr && xmlSchemaValidateDoc(validator, document) == 0;
    xmlSchemaFreeValidCtxt(validator);
    xmlFreeDoc(document);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    return isValid;
}

std::string fileText(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Export : public RecordsFixture {
protected:
    std::string exported(const http::Caller& caller, const std::string& dossierId, const std::string& kind) {
        const auto asked = post(caller, "/dossiers/" + dossierId + "/exports", R"({"kind":")" + kind + R"("})");
        EXPECT_EQ(asked.status, 201) << asked.body;
        harness_.runBackground();
        return asked.at("id");
    }
    std::string bytesOf(const http::Caller& caller, const std::string& exportId) {
        EXPECT_EQ(get(caller, "/exports/" + exportId).at("state"), "done") << get(caller, "/exports/" + exportId).body;
        const auto response = get(caller, "/exports/" + exportId + "/file");
        EXPECT_EQ(response.status, 200);
        return response.body;
    }
    std::string filledDossier() {
        const auto id = dossier("Hồ sơ chuyển đổi số", R"(,"notation":"01.KT")");
        put(handler_, id, incomingDocument("20/UBND-VX", "Đôn đốc <gấp> & báo cáo", "2026-02-20", 2));
        put(handler_, id, incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05", 3));
        const auto answer = outgoingDocument("11", "Báo cáo kết quả", "2026-01-15");
        record(answer).files.push_back({stored("Số liệu quý I.xlsx", "application/vnd.ms-excel", "bảng tính"), false});
        put(handler_, id, answer, "outgoing");
        return id;
    }
};

TEST_F(Export, PacksXmlAndFilesInTheOrderOfTimeWithTheirChecksums) {
    const auto id = filledDossier();
    const auto files = unpacked(bytesOf(handler_, exported(handler_, id, "package")));
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files) {
        names.push_back(name);
    }
    EXPECT_THAT(names, ElementsAre("checksums.sha256", "ho-so.xml", "muc-luc.pdf", "tep/001-01-05-ubnd-vx.pdf", "tep/002-01-11-ubnd-kt.pdf",
                                   "tep/002-02-so-lieu-quy-i.xlsx", "tep/003-01-20-ubnd-vx.pdf"));
    std::istringstream sums{files.at("checksums.sha256")};
    int checked = 0;
    for (std::string sum, name; sums >> sum >> name; ++checked) {
        EXPECT_EQ(sha256Of(files.at(name)), sum) << name;
    }
    EXPECT_EQ(checked, 6);
}

/// Every field of App. VI, part II, that a dossier of one incoming and one outgoing document has.
TEST_F(Export, WritesTheFieldsOfAppendixSixByTheirNames) {
    const auto id = dossier("Hồ sơ chuyển đổi số", R"(,"notation":"01.KT","description":"Ghi chú hồ sơ")");
    const auto incoming = incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05", 3);
    record(incoming).dueDate = Date{2026, 1, 20};
    record(incoming).description = "Bản sao y";
    put(handler_, id, incoming);
    const auto outgoing = outgoingDocument("11", "Báo cáo kết quả", "2026-01-15");
    record(outgoing).dueDate = Date{2026, 2, 1};
    put(handler_, id, outgoing, "outgoing");
    close(handler_, id);
    auto xml = unpacked(bytesOf(handler_, exported(handler_, id, "package"))).at("ho-so.xml");
    EXPECT_TRUE(isValidPackage(xml)) << xml;
    // Checksums and sizes follow from the PDFs that the test draws.
    for (const auto* volatilePart : {"sha256=\"", "sizeBytes=\""}) {
        const std::string mark{volatilePart};
        for (auto at = xml.find(mark); at != std::string::npos; at = xml.find(mark, at + 1)) {
            const auto start = at + mark.size();
            xml.replace(start, xml.find('"', start) - start, "…");
        }
    }
    EXPECT_EQ(xml, fileText(std::string{CONGVU_PLUGIN_FOLDER} + "/tests/golden/dossier.xml"));
}

TEST_F(Export, KeepsAllOfWhatIsLongerThanItsFieldBesideIt) {
    const auto id = dossier();
    const auto document = incomingDocument("05/UBND-VX", std::string(400, 'a') + std::string(200, 'b'), "2026-01-05");
    record(document).pageAmount = 1234;
    put(handler_, id, document);
    const auto xml = unpacked(bytesOf(handler_, exported(handler_, id, "package"))).at("ho-so.xml");
    EXPECT_TRUE(isValidPackage(xml));
    EXPECT_THAT(xml, HasSubstr("<Deviation field=\"PageAmount\">1234</Deviation>"));
    EXPECT_THAT(xml, HasSubstr("<Deviation field=\"Subject\">" + std::string(400, 'a') + std::string(200, 'b')));
    EXPECT_THAT(xml, HasSubstr("<Subject>" + std::string(400, 'a') + std::string(100, 'b') + "</Subject>"));
}

TEST_F(Export, BindsOnePdfWithABookmarkForEachDocument) {
    const auto id = filledDossier();
    const auto bytes = bytesOf(handler_, exported(handler_, id, "pdf"));
    const auto file = stored("bound.pdf", "application/pdf", bytes);
    const auto path = harness_.context().files().contentPath(file);
    const auto told = process::runLimited({"/usr/bin/qpdf", "--json=2", "--json-key=outlines", path}, {});
    ASSERT_EQ(told.exitCode, 0);
    const auto document = json::Document::parse(told.output);
    const auto outlines = document.root().member("outlines").value();
    std::vector<std::string> titles;
    std::vector<std::int64_t> pages;
    for (std::size_t index = 0; index < outlines.size(); ++index) {
        titles.emplace_back(outlines.element(index).member("title").value().string());
        pages.push_back(outlines.element(index).member("destpageposfrom1").value().integer());
    }
    EXPECT_THAT(titles, ElementsAre("Mục lục văn bản, tài liệu", "1. 05/UBND-VX – Giao việc", "2. 11/UBND-KT – Báo cáo kết quả",
                                    "3. 20/UBND-VX – Đôn đốc <gấp> & báo cáo"));
    EXPECT_THAT(pages, ElementsAre(1, 2, 5, 6));
    const auto content = harness_.context().pdf().inspect(path);
    EXPECT_EQ(content.pages, 7);
    EXPECT_THAT(content.text, HasSubstr("kèm 1"));
    EXPECT_EQ(process::runLimited({"/usr/bin/qpdf", "--check", path}, {}).exitCode, 0);
}

TEST_F(Export, NamesTheDocumentWhosePdfCannotBeRead) {
    const auto id = dossier();
    const auto document = incomingDocument("05/UBND-VX", "Giao việc", "2026-01-05");
    record(document).files = {{stored("hong.pdf", "application/pdf", "%PDF-1.4\nkhông phải PDF"), true}};
    put(handler_, id, document);
    const auto made = get(handler_, "/exports/" + exported(handler_, id, "pdf"));
    EXPECT_EQ(made.at("state"), "failed");
    EXPECT_EQ(made.at("problem"), "records.export-bad-pdf");
    EXPECT_THAT(made.at("problemName"), HasSubstr("05/UBND-VX"));
}

TEST_F(Export, IsWholeOrRefused) {
    const auto id = filledDossier();
    const auto secret = incomingDocument("07/UBND-VX", "Riêng", "2026-01-07");
    put(handler_, id, secret);
    hide(secret, head_);
    const auto made = get(head_, "/exports/" + exported(head_, id, "package"));
    EXPECT_EQ(made.at("problem"), "records.export-hidden");
    EXPECT_EQ(get(handler_, "/exports/" + exported(handler_, dossier("Rỗng"), "pdf")).at("problem"), "records.export-empty");
}

TEST_F(Export, IsMadeUnderTheRightsThatThePostHasThen) {
    const auto id = filledDossier();
    const auto asked = post(handler_, "/dossiers/" + id + "/exports", R"({"kind":"package"})").at("id");
    for (const auto& [documentId, document] : documents_->documents) {
        hide(documentId, handler_);
    }
    harness_.runBackground();
    EXPECT_EQ(get(handler_, "/exports/" + asked).at("problem"), "records.export-hidden");
}

TEST_F(Export, IsFetchedByThePostThatAskedOnly) {
    const auto id = filledDossier();
    const auto made = exported(handler_, id, "package");
    for (const auto& caller : {head_, clerk_, chair_, otherHandler_}) {
        EXPECT_EQ(get(caller, "/exports/" + made).status, 404);
        EXPECT_EQ(get(caller, "/exports/" + made + "/file").status, 404);
    }
    EXPECT_THAT(ids(head_, "/dossiers/" + id + "/exports"), IsEmpty());
    EXPECT_THAT(ids(handler_, "/dossiers/" + id + "/exports"), ElementsAre(made));
}

TEST_F(Export, IsBoundedForEachPostAndClearedAfterAWeek) {
    const auto id = filledDossier();
    for (int number = 0; number < 3; ++number) {
        EXPECT_EQ(post(handler_, "/dossiers/" + id + "/exports", R"({"kind":"package"})").status, 201);
    }
    EXPECT_EQ(post(handler_, "/dossiers/" + id + "/exports", R"({"kind":"package"})").status, 429);
    harness_.runJob("exports");
    EXPECT_THAT(ids(handler_, "/dossiers/" + id + "/exports"), SizeIs(3));
    harness_.advance(std::chrono::days{8});
    harness_.runJob("exports");
    EXPECT_THAT(ids(handler_, "/dossiers/" + id + "/exports"), IsEmpty());
}

TEST(PackageFileName, HasNoAccentsAndAtMostFiftyCharacters) {
    EXPECT_EQ(packageFileName(7, 2, "Quyết định số 5.PDF"), "007-02-quyet-dinh-so-5.pdf");
    EXPECT_EQ(packageFileName(1, 1, "../../etc/passwd"), "001-01-etc-passwd");
    EXPECT_EQ(packageFileName(1, 1, "…"), "001-01-tep");
    EXPECT_EQ(packageFileName(999, 99, std::string(300, 'x') + ".pdf").size(), 50U);
}

}  // namespace
}  // namespace congvu::records
