// SPDX-License-Identifier: Apache-2.0
#include "OfficeFiles.h"

#include <archive.h>
#include <archive_entry.h>

#include <initializer_list>
#include <memory>
#include <string_view>

namespace congvu::outgoing {

namespace {

constexpr const char* kOdfSpaces =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" )"
    R"(xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2")";
constexpr const char* kXmlHead = R"(<?xml version="1.0" encoding="UTF-8"?>)";

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string whole;
    for (const auto part : parts) {
        whole += part;
    }
    return whole;
}

std::string odfStyles() {
    return joined({kXmlHead, "<office:document-styles ", kOdfSpaces, R"(>
<office:font-face-decls><style:font-face style:name="Times New Roman" svg:font-family="'Times New Roman'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Times New Roman" fo:font-size="14pt" fo:language="vi" fo:country="VN"/></style:default-style></office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="2cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
</office:document-styles>)"});
}

std::string wordParagraph(const std::string& text) {
    return joined({"<w:p><w:r><w:t xml:space=\"preserve\">", text, "</w:t></w:r></w:p>"});
}

}  // namespace

std::string packageOf(const PackageParts& parts) {
    std::string bytes(1U << 20U, '\0');
    std::size_t used = 0;
    const std::unique_ptr<archive, int (*)(archive*)> zip{archive_write_new(), archive_write_free};
    archive_write_set_format_zip(zip.get());
    archive_write_open_memory(zip.get(), bytes.data(), bytes.size(), &used);
    for (const auto& [name, content] : parts) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry{archive_entry_new(), archive_entry_free};
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_write_header(zip.get(), entry.get());
        archive_write_data(zip.get(), content.data(), content.size());
    }
    archive_write_close(zip.get());
    bytes.resize(used);
    return bytes;
}

std::string odtOf(const std::string& body, const std::string& manifestEntries) {
    const std::string type = "application/vnd.oasis.opendocument.text";
    const auto manifest = joined(
        {kXmlHead, R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)",
         R"(<manifest:file-entry manifest:full-path="/" manifest:media-type=")", type, R"("/>)",
         R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)",
         R"(<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>)", manifestEntries,
         "</manifest:manifest>"});
    const auto content = joined({kXmlHead, "<office:document-content ", kOdfSpaces, "><office:body><office:text>", body,
                                 "</office:text></office:body></office:document-content>"});
    return packageOf({{"mimetype", type}, {"content.xml", content}, {"styles.xml", odfStyles()}, {"META-INF/manifest.xml", manifest}});
}

std::string docxOf(const std::string& body) {
    const auto types =
        joined({kXmlHead, R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
                          R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
                          R"(<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" )"
                          R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"});
    const auto relations =
        joined({kXmlHead, R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
                          R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
                          R"(Target="word/document.xml"/></Relationships>)"});
    const auto document =
        joined({kXmlHead, R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)", body,
                R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" )"
                R"(w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>)"});
    return packageOf({{"[Content_Types].xml", types}, {"_rels/.rels", relations}, {"word/document.xml", document}});
}

std::string letterBody(const std::string& signerName, const std::string& text) {
    constexpr const char* kBlank = R"(<text:s text:c="14"/>)";
    return joined({"<text:p>Số:", kBlank, "/UBND-KT</text:p><text:p>Ví Dụ A, ngày", kBlank, "tháng", kBlank, "năm 2026</text:p><text:p>",
                   text, "</text:p><text:p>CHỦ TỊCH</text:p><text:p/><text:p/><text:p/><text:p/><text:p/><text:p>", signerName,
                   "</text:p>"});
}

std::string letterBodyOfWord(const std::string& signerName) {
    std::string body =
        joined({wordParagraph("Số:              /UBND-KT"), wordParagraph("Ví Dụ A, ngày              tháng              năm 2026"),
                wordParagraph("Nội dung của tệp riêng."), wordParagraph("CHỦ TỊCH")});
    for (int line = 0; line < 5; ++line) {
        body += "<w:p/>";
    }
    return body.append(wordParagraph(signerName));
}

}  // namespace congvu::outgoing
