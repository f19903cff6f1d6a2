// SPDX-License-Identifier: Apache-2.0
#include "support/TestPki.h"

#include <png.h>

namespace congvu::signing::testing {

Instant TestPki::now() {
    return fromIso8601("2026-03-05T07:08:09Z");
}

Validity TestPki::validity() {
    return {fromIso8601("2026-01-01"), fromIso8601("2028-01-01")};
}

TestPki::TestPki()
    : authority_("Cơ quan chứng thực thử nghiệm", {fromIso8601("2020-01-01"), fromIso8601("2040-01-01")}),
      chairKey_(authority_.issueSigner({"Nguyễn Văn Mẫu", "UBND xã Mây Trắng", "Mây Trắng"}, validity(), KeyKind::rsa2048)),
      sealKey_(authority_.issueSigner({"UBND xã Mây Trắng", "UBND xã Mây Trắng", "Mây Trắng"}, validity(), KeyKind::ecP256)),
      chair_(chairKey_.signer()),
      seal_(sealKey_.signer()) {}

const TestPki& TestPki::instance() {
    static const TestPki pki;
    return pki;
}

Validator TestPki::validator() const {
    TrustStore store;
    store.addAnchor("demonstration", authority_.root());
    return Validator(store);
}

SignatureRequest requestFor(std::string fieldName) {
    SignatureRequest request;
    request.fieldName = std::move(fieldName);
    request.signingTime = TestPki::now();
    return request;
}

Bytes signByChair(const Bytes& document, const SignatureRequest& request) {
    return PadesSignature::sign(document, request, TestPki::instance().chair());
}

Bytes signBySeal(const Bytes& document, const SignatureRequest& request) {
    return PadesSignature::sign(document, request, TestPki::instance().seal());
}

std::shared_ptr<const Font> regularFont() {
    static const auto font = Font::load("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf");
    return font;
}

std::shared_ptr<const Font> italicFont() {
    static const auto font = Font::load("/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf");
    return font;
}

Bytes samplePng() {
    constexpr std::uint32_t kSide = 32;
    Bytes pixels;
    for (std::uint32_t index = 0; index < kSide * kSide; ++index) {
        pixels.insert(pixels.end(), {200, 0, 0, static_cast<std::uint8_t>(index % 2 == 0 ? 255 : 40)});
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = kSide;
    image.height = kSide;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    Bytes png(size);
    png_image_write_to_memory(&image, png.data(), &size, 0, pixels.data(), 0, nullptr);
    png.resize(size);
    return png;
}

std::vector<std::string> noticedIn(const ValidationReport& report) {
    std::vector<std::string> out;
    for (const Finding& finding : report.findings) {
        out.push_back(finding.code);
    }
    for (const SignatureReport& signature : report.signatures) {
        for (const Finding& finding : signature.findings) {
            out.push_back(finding.code);
        }
    }
    for (const Change& change : report.changes) {
        out.push_back((change.allowed ? "" : "!") + change.kind);
    }
    return out;
}

}  // namespace congvu::signing::testing
