// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"
#include "pdf/PageTree.h"
#include "pdf/PdfDate.h"
#include "pdf/StreamDecoder.h"
#include "support/PdfFactory.h"
#include "support/Refusal.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using pdf::Object;

Object parse(std::string_view text) {
    static const pdf::Limits kLimits;
    return pdf::Lexer(viewOf(text), 0, kLimits).readObject();
}

TEST(LexerTest, ReadsEveryKindOfValueAndWritesItBack) {
    for (const std::string text :
         {"null", "true", "-12", "3.50", "/Name", "(a\\(b\\)c)", "<48656C6C6F>", "[1 2 R]", "<</A 1/B[/C(d)]>>", "[7 0 R 8 0 R]"}) {
        if (text == "[1 2 R]") {
            EXPECT_TRUE(parse(text).items()[0].isReference());
            continue;
        }
        EXPECT_EQ(parse(text).toString(), text);
    }
    EXPECT_EQ(parse("/Byte#52ange").stringValue(), "ByteRange");
    EXPECT_EQ(parse("(\\101\\n\\\r\nx)").stringValue(), "A\nx");
    EXPECT_EQ(parse("<414>").stringValue(), "A@");
}

TEST(LexerTest, RefusesWhatTheGrammarDoesNotAllow) {
    for (const char* text : {"", "<</A", "[1 2", "(abc", "<41", "<4G>", "<</A 1 2>>", "nil", "1.2.3", "+-1", ")", "}"}) {
        EXPECT_TRUE(isRefused([&] { parse(text); }, ErrorCode::malformedPdf)) << text;
    }
    EXPECT_TRUE(isRefused([] { parse(std::string(500, '[')); }, ErrorCode::limitExceeded));
}

TEST(ReaderTest, ReadsObjectsOfEveryCrossReferenceKind) {
    for (const auto kind : {pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid}) {
        PdfShape shape;
        shape.kind = kind;
        shape.pages = 3;
        const Bytes document = makePdf(shape);
        const pdf::Reader reader(document);
        EXPECT_EQ(reader.sections().front().kind, kind);
        EXPECT_TRUE(reader.object(kFont).get("BaseFont").isName("Helvetica"));
        EXPECT_EQ(pdf::PageTree(reader).all().size(), 3u);
        EXPECT_EQ(pdf::PageTree(reader).page(2).number, kFirstPage + 1);
    }
}

TEST(ReaderTest, CountsOffsetsFromTheHeaderWhenSomethingStandsBeforeIt) {
    Bytes document = makePdf();
    document.insert(document.begin(), {'j', 'u', 'n', 'k', '\n'});
    const pdf::Reader reader(document);
    EXPECT_EQ(reader.headerOffset(), 5u);
    EXPECT_TRUE(reader.catalog().get("Type").isName("Catalog"));
}

TEST(ReaderTest, RefusesLoopsOfSectionsAndOfReferences) {
    const Bytes document = makePdf();
    const std::string start = std::to_string(pdf::Reader(document).startCrossReference());
    std::string looping(document.begin(), document.end());
    const std::size_t at = looping.find("/Size 102");
    looping.insert(at, "/Prev " + start);
    EXPECT_TRUE(isRefused([&] { pdf::Reader reader(viewOf(looping)); }, ErrorCode::malformedPdf));
    const Bytes circular = appendObjects(document, {{150, "151 0 R"}, {151, "150 0 R"}});
    const pdf::Reader reader(circular);
    EXPECT_TRUE(isRefused([&] { reader.resolve(Object::reference(150)); }, ErrorCode::limitExceeded));
}

TEST(ReaderTest, RefusesAPageTreeThatContainsItselfOrIsTooDeep) {
    using Objects = std::map<pdf::ObjectNumber, std::string>;
    const auto pagesOf = [](const Objects& objects) {
        const Bytes document = appendObjects(makePdf(), objects);
        return pdf::PageTree(pdf::Reader(document)).all().size();
    };
    const std::string page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
    const auto pages = [](const std::string& kids) { return "<</Type/Pages/Count 2/Kids[" + kids + "]>>"; };
    for (const auto& objects : {
             Objects{{kPages, pages("2 0 R 2 0 R")}},
             {{kPages, pages("150 0 R 2 0 R")}, {150, page}},
             {{kPages, pages("150 0 R 151 0 R")}, {150, page}, {151, pages("152 0 R 2 0 R")}, {152, page}},
             {{kPages, pages("150 0 R 150 0 R")}, {150, pages("151 0 R 151 0 R")}, {151, pages("152 0 R")}, {152, page}},
         }) {
        EXPECT_TRUE(isRefused([&] { pagesOf(objects); }, ErrorCode::endlessPageTree));
    }
    const auto chain = [&](pdf::ObjectNumber depth) {
        Objects objects{{kPages, pages("150 0 R")}, {150 + depth, page}};
        for (pdf::ObjectNumber level = 0; level < depth; ++level) {
            objects.emplace(150 + level, pages(std::to_string(151 + level) + " 0 R"));
        }
        return objects;
    };
    EXPECT_EQ(pagesOf(chain(60)), 1u);
    EXPECT_TRUE(isRefused([&] { pagesOf(chain(65)); }, ErrorCode::endlessPageTree));
    EXPECT_TRUE(isRefused(
        [&] {
            pagesOf({{kPages, pages("150 0 R 150 0 R")}, {150, page}});
        },
        ErrorCode::limitExceeded))
        << "a page listed twice has an end";
}

TEST(ReaderTest, StopsAtAnInflationBomb) {
    const Bytes zeros(1 << 20, 0);
    const Bytes packed = pdf::deflate(zeros);
    const Object dictionary = Object::dictionary({{"Filter", Object::name("FlateDecode")}});
    EXPECT_TRUE(isRefused([&] { pdf::decodeStream(dictionary, packed, 1000); }, ErrorCode::limitExceeded));
    EXPECT_EQ(pdf::decodeStream(dictionary, packed, 2 << 20), zeros);
}

TEST(ReaderTest, StopsAtASmallFileOfManyValues) {
    std::string head;
    std::string zeros = "[";
    for (int index = 0; index < 20'000; ++index) {
        zeros += "0 ";
    }
    for (int member = 200; member < 400; ++member) {
        head += std::to_string(member) + " 0 ";
    }
    const Bytes packed = pdf::deflate(viewOf(head + zeros + "]"));
    const std::string data(packed.begin(), packed.end());
    const std::string stream = "<</Type/ObjStm/N 200/Filter/FlateDecode/First " + std::to_string(head.size()) + "/Length " +
                               std::to_string(data.size()) + ">>\nstream\n" + data + "\nendstream";
    const Bytes document = appendObjects(makePdf(), {{150, stream}});
    std::string entries;
    for (const int byte : {2, 0, 0, 0, 150, 0, 0}) {
        entries += static_cast<char>(byte);
    }
    const std::string section = "151 0 obj\n<</Type/XRef/W[1 4 2]/Index[200 1]/Size 500/Root 1 0 R/Prev " +
                                std::to_string(pdf::Reader(document).startCrossReference()) + "/Length 7>>\nstream\n" + entries +
                                "\nendstream\nendobj\nstartxref\n" + std::to_string(document.size()) + "\n%%EOF\n";
    Bytes bomb = document;
    bomb.insert(bomb.end(), section.begin(), section.end());
    const pdf::Reader reader(bomb);
    EXPECT_TRUE(isRefused([&] { reader.object(200); }, ErrorCode::limitExceeded));
}

TEST(ReaderTest, AlwaysEndsInAResultOrAClearErrorOnMutatedFiles) {
    std::mt19937 random(20260305);
    PdfShape shape;
    shape.withTextFields = true;
    const Validator validator = TestPki::instance().validator();
    for (const auto kind : {pdf::SectionKind::table, pdf::SectionKind::stream, pdf::SectionKind::hybrid}) {
        shape.kind = kind;
        const Bytes document = signByChair(makePdf(shape));
        for (int round = 0; round < 150; ++round) {
            Bytes mutated = document;
            for (int change = 0; change < 1 + round % 5; ++change) {
                mutated[random() % mutated.size()] = static_cast<std::uint8_t>(random());
            }
            const auto report = validator.validate(mutated, TestPki::now());
            EXPECT_FALSE(report.toJson().empty());
        }
    }
}

TEST(PageTest, MapsBetweenWhatIsSeenAndThePagesOwnCoordinates) {
    for (const int rotation : {0, 90, 180, 270}) {
        pdf::Page page;
        page.cropBox = {10, 20, 605, 862};
        page.rotation = rotation;
        const Rectangle shown{30, 40, 100, 50};
        const Rectangle back = page.toShown(page.toPage(shown));
        EXPECT_NEAR(back.x, shown.x, 1e-9);
        EXPECT_NEAR(back.y, shown.y, 1e-9);
        EXPECT_NEAR(back.width, shown.width, 1e-9);
        EXPECT_NEAR(back.height, shown.height, 1e-9);
    }
}

TEST(PdfDateTest, ReadsOffsetsAndRefusesNonsense) {
    EXPECT_EQ(toIso8601(*pdf::instantOfPdfDate("D:20260305140809+07'00'")), "2026-03-05T07:08:09Z");
    EXPECT_EQ(toIso8601(*pdf::instantOfPdfDate("D:2026")), "2026-01-01T00:00:00Z");
    EXPECT_FALSE(pdf::instantOfPdfDate("yesterday").has_value());
    EXPECT_FALSE(pdf::instantOfPdfDate("D:20261399").has_value());
}

TEST(TextStrings, AreVietnameseInUtf16AndBack) {
    const Object text = Object::text("Ủy ban nhân dân");
    EXPECT_EQ(pdf::utf8OfTextString(text.stringValue()), "Ủy ban nhân dân");
    EXPECT_EQ(Object::text("plain").stringValue(), "plain");
}

}  // namespace
}  // namespace congvu::signing::testing
