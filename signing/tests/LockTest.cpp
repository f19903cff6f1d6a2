// SPDX-License-Identifier: Apache-2.0
// DocMDP, FieldMDP and Lock (ISO 32000-2, 12.8.2 and 12.7.5.5) at signing, and what they then forbid.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/Reader.h"
#include "pdf/Restrictions.h"
#include "support/PdfFactory.h"
#include "support/Process.h"
#include "support/Refusal.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::HasSubstr;

PdfShape lockShape() {
    PdfShape shape;
    shape.withTextFields = shape.withSignatureField = shape.withLock = true;
    return shape;
}

SignatureRequest filling(const char* field) {
    SignatureRequest request = requestFor();
    request.fills = {{field, "5", regularFont()}};
    return request;
}

Bytes lockedBy(const FieldLocking& locking) {
    SignatureRequest request = requestFor("New");
    request.lock = locking;
    return signByChair(makePdf(lockShape()), request);
}

Verdict verdictOfFile(const Bytes& document) {
    return TestPki::instance().validator().validate(document, TestPki::now()).verdict;
}

/// The signature references of a field's value.
pdf::Object referencesOf(const Bytes& document, const std::string& name) {
    const pdf::Reader reader{ByteView(document)};
    const pdf::Form form(reader);
    return reader.get(reader.resolve(form.find(name)->value), "Reference");
}

TEST(LockOfAnExistingField, MakesTheFieldMdpReferenceAndIsHonoured) {
    const Bytes document = signBySeal(makePdf(lockShape()), requestFor("Seal"));
    const auto references = referencesOf(document, "Seal");
    ASSERT_EQ(references.items().size(), 1u);
    const auto& reference = references.items().front();
    EXPECT_TRUE(reference.get("TransformMethod").isName("FieldMDP"));
    EXPECT_TRUE(reference.get("TransformParams").get("Action").isName("Include"));
    EXPECT_EQ(reference.get("TransformParams").get("Fields").items().at(0).stringValue(), "Number");
    EXPECT_EQ(reference.get("Data").number(), kCatalog);
    EXPECT_EQ(codeOf([&] { signByChair(document, filling("Number")); }), ErrorCode::changeNotPermitted);
    EXPECT_EQ(verdictOfFile(signByChair(document, filling("Date"))), Verdict::valid);
}

TEST(LockOfANewField, CoversAllNamedOrAllButNamedFields) {
    const auto refused = [](const Bytes& document, const char* field) {
        return isRefused([&] { signByChair(document, filling(field)); }, ErrorCode::changeNotPermitted);
    };
    using Fields = FieldLocking::Fields;
    const Bytes all = lockedBy({});
    EXPECT_TRUE(refused(all, "Number"));
    EXPECT_TRUE(refused(all, "Date"));
    const Bytes one = lockedBy({Fields::onlyNamed, {"Date"}, Certification::none});
    EXPECT_FALSE(refused(one, "Number"));
    EXPECT_TRUE(refused(one, "Date"));
    const Bytes others = lockedBy({Fields::allButNamed, {"Date"}, Certification::none});
    EXPECT_TRUE(refused(others, "Number"));
    EXPECT_FALSE(refused(others, "Date"));
    for (const Bytes& document : {all, one, others}) {
        EXPECT_EQ(verdictOfFile(document), Verdict::valid);
        EXPECT_EQ(verdictOfFile(signBySeal(document)), Verdict::valid) << "a later signature in a new invisible field";
    }
}

TEST(LockOfANewField, MayLimitTheWholeDocumentFromThenOn) {
    const Bytes document = lockedBy({FieldLocking::Fields::all, {}, Certification::noChanges});
    EXPECT_EQ(codeOf([&] { signBySeal(document); }), ErrorCode::changeNotPermitted);
    EXPECT_EQ(verdictOfFile(document), Verdict::valid);
}

TEST(LockOfANewField, IsRefusedWhereItMakesNoSense) {
    const Bytes original = makePdf(lockShape());
    SignatureRequest existing = requestFor("Chair");
    existing.lock = FieldLocking{};
    EXPECT_EQ(codeOf([&] { signByChair(original, existing); }), ErrorCode::invalidArgument);
    EXPECT_EQ(codeOf([] { lockedBy({FieldLocking::Fields::onlyNamed, {}, Certification::none}); }), ErrorCode::invalidArgument);
    SignatureRequest certified = requestFor();
    certified.certification = Certification::formFilling;
    SignatureRequest wider = requestFor();
    wider.lock = FieldLocking{FieldLocking::Fields::all, {}, Certification::annotations};
    EXPECT_EQ(codeOf([&] { signBySeal(signByChair(original, certified), wider); }), ErrorCode::invalidArgument);
}

TEST(CertificationSignature, IsTheFirstOneAndStandsInThePermissionsOfTheCatalogue) {
    for (const auto level : {Certification::noChanges, Certification::formFilling, Certification::annotations}) {
        SignatureRequest certifying = requestFor();
        certifying.certification = level;
        const Bytes certified = signByChair(makePdf(lockShape()), certifying);
        const pdf::Reader reader{ByteView(certified)};
        const auto& signature = reader.get(reader.get(reader.catalog(), "Perms"), "DocMDP");
        EXPECT_EQ(pdf::certificationOf(reader, signature), static_cast<int>(level));
        EXPECT_EQ(codeOf([&] { signBySeal(certified, certifying); }), ErrorCode::changeNotPermitted) << "certified twice";
        EXPECT_EQ(codeOf([&] { signBySeal(signByChair(makePdf()), certifying); }), ErrorCode::changeNotPermitted) << "after a signature";
        const bool isClosed = level == Certification::noChanges;
        EXPECT_EQ(isRefused([&] { signBySeal(certified, requestFor("Chair")); }, ErrorCode::changeNotPermitted), isClosed);
        if (!isClosed) {
            EXPECT_EQ(verdictOfFile(signBySeal(certified, requestFor("Chair"))), Verdict::valid);
        }
    }
}

TEST(LockOfTheTool, IsGivenOnTheCommandLine) {
    const TemporaryFolder folder;
    const auto path = [&](const std::string& name) { return (folder.path() / name).string(); };
    folder.write("in.pdf", makePdf(lockShape()));
    folder.write("pin", viewOf("246810\n"));
    folder.write("key.p12", TestPki::instance().chairKey().toPkcs12("246810", "chair"));
    const auto sign = [&](const std::string& options, const char* in, const char* out) {
        return runCommand(std::string(CONGVU_SIGN_TOOL) + " sign --p12 " + path("key.p12") + " --pin-file " + path("pin") +
                          " --at 2026-03-05T07:08:09Z " + options + ' ' + path(in) + ' ' + path(out));
    };
    ASSERT_EQ(sign("--field New --lock include=Number,Date --lock-permit 2", "in.pdf", "locked.pdf").status, 0);
    const auto refused = sign("--fill Date=1", "locked.pdf", "none.pdf");
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.output, HasSubstr("changeNotPermitted"));
    EXPECT_EQ(sign("--lock something", "in.pdf", "none.pdf").status, 64);
}

}  // namespace
}  // namespace congvu::signing::testing
