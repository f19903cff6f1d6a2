// SPDX-License-Identifier: Apache-2.0
// What becomes of the place that was kept for a signature when the field is signed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attacks/RichDocument.h"
#include "support/PdfFactory.h"
#include "support/Tampering.h"
#include "support/TestPki.h"

namespace congvu::signing::testing {
namespace {

using ::testing::Contains;

/// The field of the chair signed by somebody else's program, whose own signature is of no matter here.
ValidationReport afterSigningAt(const Bytes& document, const std::string& rectangle) {
    const std::string field = changed(objectText(document, kChairField), "/Rect[350 200 500 260]", "/Rect" + rectangle);
    const std::string signature = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<01>>>";
    return TestPki::instance().validator().validate(
        appendObjects(document, {{kChairField, extended(field, "/V 150 0 R")}, {150, signature}}), TestPki::now());
}

Integrity integrityOfTheFirst(const ValidationReport& report) {
    for (const SignatureReport& signature : report.signatures) {
        if (signature.field != "Chair") {
            return signature.integrity;
        }
    }
    ADD_FAILURE() << report.toText();
    return Integrity::broken;
}

TEST(PlaceOfASignature, MayBeEmptiedByWhoSignsWithoutAnAppearance) {
    for (const Bytes& document : {signedRich(), certifiedRich(Certification::formFilling)}) {
        const auto report = afterSigningAt(document, "[0.0 0.0 0.0 0.0]");
        EXPECT_EQ(integrityOfTheFirst(report), Integrity::intact) << report.toText();
        EXPECT_THAT(noticedIn(report), Contains("form-field-changed"));
    }
}

TEST(PlaceOfASignature, MayOnlyBeMovedWhereNothingIsCertified) {
    EXPECT_EQ(integrityOfTheFirst(afterSigningAt(signedRich(), "[300 600 450 660]")), Integrity::intact);
    for (const auto level : {Certification::formFilling, Certification::annotations}) {
        const auto report = afterSigningAt(certifiedRich(level), "[60 740 400 800]");
        EXPECT_EQ(integrityOfTheFirst(report), Integrity::modified) << report.toText();
        EXPECT_THAT(noticedIn(report), Contains("!form-field-changed"));
    }
}

}  // namespace
}  // namespace congvu::signing::testing
