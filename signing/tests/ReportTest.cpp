// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/xmlschemas.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <cstdarg>
#include <regex>
#include <set>

#include "congvu/signing/SigningError.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Tampering.h"
#include "support/TestPki.h"
#include "validation/FindingCatalogue.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Reports of every kind: signed twice, changed, altered, revoked chain, unsigned, unreadable.
std::vector<ValidationReport> sampleReports() {
    const Validator validator = TestPki::instance().validator();
    const Bytes twice = signBySeal(signByChair(makePdf()));
    const Bytes annotated = appendObjects(signByChair(makePdf()), {{kContent, streamText("BT ET")}});
    const Bytes altered = replaceText(signByChair(makePdf()), "(Pay 100)", "(Pay 900)");
    std::vector<ValidationReport> out;
    for (const Bytes& document : {twice, annotated, altered, makePdf(), Bytes{}}) {
        out.push_back(validator.validate(document, TestPki::now()));
    }
    out.push_back(Validator(TrustStore{}).validate(twice, fromIso8601("2029-01-01")));
    return out;
}

/// Empty when the JSON fits; else where it does not.
std::string misfit(const std::string& json) {
    const Bytes text = readBytes(CONGVU_REPORT_SCHEMA);
    rapidjson::Document schemaText;
    schemaText.Parse(textOf(text).data(), text.size());
    EXPECT_FALSE(schemaText.HasParseError());
    const rapidjson::SchemaDocument schema(schemaText);
    rapidjson::Document report;
    report.Parse(json.data(), json.size());
    EXPECT_FALSE(report.HasParseError());
    rapidjson::SchemaValidator validator(schema);
    if (report.Accept(validator)) {
        return {};
    }
    rapidjson::StringBuffer place;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
    return std::string(place.GetString()) + ": " + validator.GetInvalidSchemaKeyword();
}

TEST(JsonReports, FitTheirSchema) {
    for (const ValidationReport& report : sampleReports()) {
        EXPECT_EQ(misfit(report.toJson("a.pdf")), "") << report.toJson("a.pdf");
    }
}

TEST(JsonReports, ThatLackAKeyOrHaveAForeignValueDoNotFit) {
    const std::string json = sampleReports().front().toJson("a.pdf");
    for (const char* key :
         {"field", "signer", "signedAt", "level", "indication", "subIndication", "coversWholeFile", "integrity", "verdict"}) {
        const std::string quoted = '"' + std::string(key) + "\":";
        EXPECT_NE(misfit(std::regex_replace(json, std::regex(quoted), "\"x" + std::string(key) + "\":")), "") << key;
    }
    EXPECT_NE(misfit(std::regex_replace(json, std::regex("TOTAL-PASSED"), "PASSED")), "");
    EXPECT_NE(misfit(std::regex_replace(json, std::regex("T07:08:09Z"), " 07:08")), "");
}

TEST(JsonReports, HoldTheWholeContractOnOneLine) {
    const std::string json = sampleReports().front().toJson("thư mục/a\".pdf");
    EXPECT_THAT(json, Not(HasSubstr("\n")));
    rapidjson::Document report;
    report.Parse(json.data(), json.size());
    EXPECT_STREQ(report["file"].GetString(), "thư mục/a\".pdf");
    ASSERT_EQ(report["signatures"].Size(), 2u);
    EXPECT_STREQ(report["signatures"][0]["signedAt"].GetString(), "2026-03-05T07:08:09Z");
    EXPECT_THAT(report["signatures"][0]["nextLevelLacks"].GetString(), HasSubstr("B-T needs"));
    EXPECT_THAT(report["signatures"][0]["nextLevelLacksVi"].GetString(), HasSubstr("B-T cần"));
    EXPECT_EQ(report["changes"][0]["revision"].GetInt(), 2);
}

TEST(TextReports, TellTheLevelWhatTheNextOneLacksAndTheRevision) {
    const std::string text = sampleReports().front().toText("a.pdf");
    EXPECT_THAT(text, HasSubstr("mức / level: B-B; bản / revision 1"));
    EXPECT_THAT(text, HasSubstr("B-T cần dấu thời gian"));
    EXPECT_THAT(text, HasSubstr("B-T needs a trusted signature time-stamp"));
}

void listen(void* to, const char* format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char line[1000];
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    *static_cast<std::string*>(to) += line;
}

/// Empty when the XML fits the elements of TS 119 102-2 that are written; else what libxml2 says.
std::string xmlMisfit(const std::string& text) {
    std::string said;
    xmlSchemaParserCtxt* parser = xmlSchemaNewParserCtxt(CONGVU_TEST_DATA "/validation-report.xsd");
    xmlSchema* schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    EXPECT_NE(schema, nullptr);
    xmlSchemaValidCtxt* validator = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSetValidErrors(validator, listen, listen, &said);
    xmlDoc* document = xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR);
    EXPECT_NE(document, nullptr);
    const int state = document == nullptr ? -1 : xmlSchemaValidateDoc(validator, document);
    xmlFreeDoc(document);
    xmlSchemaFreeValidCtxt(validator);
    xmlSchemaFree(schema);
    return state == 0 ? std::string() : "misfit: " + said;
}

TEST(XmlReports, FitTheStandard) {
    int written = 0;
    for (const ValidationReport& report : sampleReports()) {
        if (!report.signatures.empty()) {
            EXPECT_EQ(xmlMisfit(report.toXml()), "") << report.toXml();
            ++written;
        }
    }
    EXPECT_EQ(written, 4);
    const std::string text = sampleReports().front().toXml();
    EXPECT_NE(xmlMisfit(std::regex_replace(text, std::regex("MainIndication"), "Indication")), "");
    EXPECT_NE(xmlMisfit(std::regex_replace(text, std::regex("ObjectType>urn"), "ObjectType>uri")), "");
}

std::set<std::string> valuesOf(const std::string& text, const std::string& attribute) {
    std::set<std::string> values;
    const std::regex pattern(' ' + attribute + "=\"([^\"]+)\"");
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
        values.insert((*match)[1]);
    }
    return values;
}

TEST(XmlReports, ReferToNothingThatTheyDoNotHold) {
    for (const ValidationReport& report : sampleReports()) {
        const std::string text = report.signatures.empty() ? std::string() : report.toXml();
        EXPECT_THAT(valuesOf(text, "id"), ::testing::IsSupersetOf(valuesOf(text, "VOReference")));
        EXPECT_EQ(valuesOf(text, "VOReference").empty(), text.empty());
    }
}

TEST(XmlReports, CarryCertificatesAndTimeStamps) {
    LongTermPki pki;
    TimeStampClient client(pki.timeStampUrl(1), std::chrono::seconds{20});
    const Bytes document = PadesSignature::sign(makePdf(), requestFor(), *pki.issueSigner().signer(), &client);
    const std::string text = Validator(pki.trust()).validate(document, pki.now()).toXml();
    EXPECT_EQ(xmlMisfit(text), "") << text;
    EXPECT_THAT(text, HasSubstr("<SignatureTimeStamp>"));
    EXPECT_THAT(text, HasSubstr("urn:etsi:019102:validationObject:timestamp"));
    EXPECT_THAT(text, HasSubstr("urn:etsi:019102:subindication:TRY_LATER"));
    EXPECT_THAT(text, HasSubstr("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"));
}

TEST(XmlReports, AreNotWrittenWithoutASignature) {
    EXPECT_THROW(TestPki::instance().validator().validate(makePdf(), TestPki::now()).toXml(), SigningError);
}

/// Every code that the sources of the library give as a finding or a change.
std::set<std::string> codesInSources(const std::regex& call) {
    std::set<std::string> codes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(CONGVU_SIGNING_SOURCES)) {
        if (entry.path().extension() != ".cpp") {
            continue;
        }
        const Bytes bytes = readBytes(entry.path().string());
        const std::string text(textOf(bytes));
        for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match) {
            codes.insert((*match)[1]);
        }
    }
    return codes;
}

TEST(Findings, AllHaveTextsInBothLanguages) {
    const auto codes = codesInSources(std::regex(
        R"re((?:add|makeFinding|failAll|fault|fail\(context,|refuse\(context,|emplace_back)\(?\s*"([a-z0-9]+(?:-[a-z0-9]+)+)")re"));
    EXPECT_GT(codes.size(), 40u);
    for (const std::string& code : codes) {
        const Finding finding = validation::makeFinding(code);
        EXPECT_NE(finding.english, code + '.') << code;
        EXPECT_NE(finding.vietnamese, code + '.') << code;
        EXPECT_NE(finding.vietnamese, finding.english) << code;
    }
}

TEST(Changes, AllHaveTextsInBothLanguages) {
    const auto kinds = codesInSources(std::regex(R"re((?:report|makeChange)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)")re"));
    EXPECT_GT(kinds.size(), 15u);
    for (const std::string& kind : kinds) {
        const Change change = validation::makeChange(kind, false, "");
        EXPECT_NE(change.english, "") << kind;
        EXPECT_NE(change.vietnamese, "") << kind;
    }
}

}  // namespace
}  // namespace congvu::signing::testing
